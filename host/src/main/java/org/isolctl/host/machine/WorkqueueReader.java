package org.isolctl.host.machine;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.WorkqueueFacts;

/// The masks of unbound workqueues, from `/sys/devices/virtual/workqueue`.
final class WorkqueueReader {
  private static final String FOLDER = "/sys/devices/virtual/workqueue/";

  private final MachineFiles files;
  private final ValueFiles values;

  WorkqueueReader(MachineFiles files) {
    this.files = files;
    this.values = new ValueFiles(files);
  }

  WorkqueueFacts read() {
    var named = new ArrayList<WorkqueueFacts.Workqueue>();
    for (String name : Names.sorted(files.folders("/sys/devices/virtual/workqueue"))) {
      // Every workqueue says whether it is per CPU; the folder `power` beside them does not.
      if (files.bytes(FOLDER + name + "/per_cpu") instanceof Reading.Present<byte[]>) {
        named.add(new WorkqueueFacts.Workqueue(name, values.mask(FOLDER + name + "/cpumask")));
      }
    }
    return new WorkqueueFacts(
        values.mask(FOLDER + "cpumask"),
        values.mask(FOLDER + "cpumask_requested"),
        values.mask(FOLDER + "cpumask_isolated"),
        List.copyOf(named));
  }
}
