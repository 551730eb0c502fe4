package org.isolctl.host.machine;

import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.WatchdogFacts;

/// The lockup watchdog, from `/proc/sys/kernel`.
final class WatchdogReader {
  private WatchdogReader() {}

  static WatchdogFacts read(MachineFiles files) {
    var settings = new SysctlFiles(files);
    return new WatchdogFacts(
        settings.value("kernel.watchdog").parse(ValueFiles::flagValue),
        settings.value("kernel.watchdog_cpumask").parse(CpuSet::parseList));
  }
}
