package org.isolctl.host.machine;

import java.util.List;
import java.util.TreeMap;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;

/// `CPUAffinity=` of the system manager: systemd-system.conf(5).
final class SystemdReader {
  private static final String MAIN = "/etc/systemd/system.conf";

  /// Where drop-ins lie; one of a later folder hides one of the same name in an earlier folder.
  private static final List<String> DROP_INS =
      List.of(
          "/usr/lib/systemd/system.conf.d",
          "/usr/local/lib/systemd/system.conf.d",
          "/run/systemd/system.conf.d",
          "/etc/systemd/system.conf.d");

  private final MachineFiles files;

  SystemdReader(MachineFiles files) {
    this.files = files;
  }

  /// The setting that is in force; absent when there is none.
  Reading<CpuSet> affinity() {
    var dropIns = new TreeMap<String, String>();
    for (String folder : DROP_INS) {
      for (String name : Names.sorted(files.names(folder))) {
        if (name.endsWith(".conf")) {
          dropIns.put(name, folder + "/" + name);
        }
      }
    }
    var setting = new ManagerAffinity();
    Reading<CpuSet> result = add(setting, MAIN, Reading.absent(MAIN));
    for (String path : dropIns.values()) {
      result = add(setting, path, result);
    }
    return result;
  }

  private Reading<CpuSet> add(ManagerAffinity setting, String path, Reading<CpuSet> before) {
    var named = files.text(path).parse(setting::read);
    if (named instanceof Reading.Absent<Boolean> || !named.toOptional().orElse(true)) {
      return before;
    }
    return named instanceof Reading.Present<Boolean> && setting.value().isEmpty()
        ? Reading.absent(path)
        : named.parse(_ -> setting.value().orElseThrow());
  }
}
