package org.isolctl.host.machine;

import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.plan.Target;

/// The CPUs that irqbalance is told to keep away from, in the files of variables that its service
/// reads.
final class IrqbalanceReader {
  private static final String LIST = "IRQBALANCE_BANNED_CPULIST";
  private static final String MASK = "IRQBALANCE_BANNED_CPUS";
  private static final List<String> FILES =
      List.of(Target.OfIrqbalance.BAN_LIST, "/etc/default/irqbalance", "/etc/sysconfig/irqbalance");

  private final MachineFiles files;

  IrqbalanceReader(MachineFiles files) {
    this.files = files;
  }

  /// The file that isolctl itself has its service read last, Debian's, or that of Red Hat and SUSE;
  /// absent when none sets a variable.
  Reading<CpuSet> banned() {
    Reading<CpuSet> result = Reading.absent(Target.OfIrqbalance.BAN_LIST);
    for (String file : FILES) {
      result = banned(file);
      if (!(result instanceof Reading.Absent<CpuSet>)) {
        return result;
      }
    }
    return result;
  }

  private Reading<CpuSet> banned(String path) {
    var value = files.text(path).parse(IrqbalanceReader::parse);
    if (value instanceof Reading.Present<Optional<CpuSet>>(var source, var set) && set.isEmpty()) {
      return Reading.absent(source);
    }
    return value.parse(Optional::orElseThrow);
  }

  /// The list wins where both are set (parse_command_line of irqbalance 1.9).
  static Optional<CpuSet> parse(String text) {
    var list = variable(text, LIST);
    if (list.isPresent()) {
      return list.map(CpuSet::parseList);
    }
    return variable(text, MASK).map(CpuSet::parseMask);
  }

  /// The last setting of a variable that is not empty.
  private static Optional<String> variable(String text, String name) {
    Optional<String> found = Optional.empty();
    for (String line : List.of(text.split("\n", -1))) {
      var setting = line.strip();
      if (setting.startsWith(name + "=")) {
        var value = unquote(setting.substring(name.length() + 1).strip());
        found = value.isEmpty() ? Optional.empty() : Optional.of(value);
      }
    }
    return found;
  }

  private static String unquote(String value) {
    int last = value.length() - 1;
    boolean quoted =
        last > 0
            && value.charAt(0) == value.charAt(last)
            && (value.charAt(0) == '"' || value.charAt(0) == '\'');
    return quoted ? value.substring(1, last) : value;
  }
}
