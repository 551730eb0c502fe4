package org.isolctl.host.machine;

import java.util.List;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.ThreadFacts;

/// Everything of a machine but its threads.
public final class MachineReader {
  private MachineReader() {}

  /// Reads everything once.
  ///
  /// @param leaders every thread group leader, as services are told by their names
  public static MachineFacts read(MachineFiles files, List<ThreadFacts> leaders) {
    return new MachineFacts(
        new KernelReader(files).read(),
        new CpuReader(files).read(),
        new CgroupReader(files).read(),
        new WorkqueueReader(files).read(),
        new IrqReader(files).read(),
        new NetworkReader(files).read(),
        WatchdogReader.read(files),
        new ServiceReader(files, leaders).read());
  }
}
