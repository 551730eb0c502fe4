package org.isolctl.host.machine;

import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.WatchdogFacts;

/// The lockup watchdog, from `/proc/sys/kernel`.
final class WatchdogReader {
  private WatchdogReader() {}

  static WatchdogFacts read(MachineFiles files) {
    var values = new ValueFiles(files);
    return new WatchdogFacts(
        values.flag("/proc/sys/kernel/watchdog"),
        values.cpulist("/proc/sys/kernel/watchdog_cpumask"));
  }
}
