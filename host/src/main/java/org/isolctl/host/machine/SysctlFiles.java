package org.isolctl.host.machine;

import java.util.Optional;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;

/// Kernel settings of `/proc/sys`; a sosreport has them as the output of `sysctl -a`.
record SysctlFiles(MachineFiles files) {
  private static final String OUTPUT = "/sos_commands/kernel/sysctl_-a";

  /// A setting by its name in `sysctl`, for instance `kernel.watchdog`.
  Reading<String> value(String name) {
    var path = "/proc/sys/" + name.replace('.', '/');
    var own = files.text(path).parse(String::strip);
    if (!(own instanceof Reading.Absent<String>)) {
      return own;
    }
    var output = files.text(OUTPUT).toOptional().flatMap(text -> find(text, name));
    return output.map(value -> Reading.present(OUTPUT, value)).orElse(own);
  }

  /// The value in a line `name = value`.
  static Optional<String> find(String output, String name) {
    var start = name + " =";
    return output
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst();
  }
}
