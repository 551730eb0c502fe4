package org.isolctl.host.machine;

import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;

/// Files that hold a single value, as most of sysfs does.
record ValueFiles(MachineFiles files) {
  Reading<CpuSet> cpulist(String path) {
    return files.text(path).parse(CpuSet::parseList);
  }

  Reading<CpuSet> mask(String path) {
    return files.text(path).parse(CpuSet::parseMask);
  }

  Reading<String> line(String path) {
    return files.text(path).parse(String::strip);
  }

  Reading<Boolean> flag(String path) {
    return line(path).parse(ValueFiles::flagValue);
  }

  static boolean flagValue(String text) {
    return switch (text) {
      case "0" -> false;
      case "1" -> true;
      default -> throw new IllegalArgumentException("neither 0 nor 1: '" + text + "'");
    };
  }

  Reading<Integer> number(String path) {
    return line(path).parse(Integer::valueOf);
  }
}
