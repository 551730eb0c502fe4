package org.isolctl.host.machine;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// `CPUAffinity=` in the section `[Manager]`, over one file after the other: every setting adds to
/// what was set before, an empty one forgets it.
final class ManagerAffinity {
  private CpuSet cpus = CpuSet.empty();

  /// Reads one more file.
  ///
  /// @return whether it has the setting at all
  /// @throws IllegalArgumentException when a value is no list of CPUs
  boolean read(String text) {
    boolean manager = false;
    boolean named = false;
    for (String raw : text.replace("\\\n", " ").split("\n", -1)) {
      var line = raw.strip();
      if (line.startsWith("[")) {
        manager = line.equals("[Manager]");
      }
      int equals = line.indexOf('=');
      if (manager && equals > 0 && line.substring(0, equals).strip().equals("CPUAffinity")) {
        named = true;
        add(line.substring(equals + 1).strip());
      }
    }
    return named;
  }

  private void add(String value) {
    if (value.equals("numa")) {
      throw new IllegalArgumentException("CPUAffinity=numa follows NUMAMask=, which is not read");
    }
    cpus = value.isEmpty() ? CpuSet.empty() : cpus.union(CpuSet.parseList(value));
  }

  /// The CPUs so far; empty when nothing is set.
  Optional<CpuSet> value() {
    return cpus.isEmpty() ? Optional.empty() : Optional.of(cpus);
  }
}
