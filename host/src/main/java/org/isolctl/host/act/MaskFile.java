package org.isolctl.host.act;

import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.linux.KernelFile;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// A file of the kernel that holds a CPU set.
///
/// @param path where it is written
/// @param shown where it is read
/// @param form how it is written there
record MaskFile(String path, String shown, Form form) {

  /// The kernel's two text forms of a CPU set.
  enum Form {
    LIST,
    MASK
  }

  static MaskFile list(String path) {
    return new MaskFile(path, path, Form.LIST);
  }

  static MaskFile mask(String path) {
    return new MaskFile(path, path, Form.MASK);
  }

  CpuSet parse(String text) {
    return switch (form) {
      case LIST -> CpuSet.parseList(text);
      case MASK -> CpuSet.parseMask(text);
    };
  }

  String print(CpuSet cpus) {
    return switch (form) {
      case LIST -> cpus.toList() + "\n";
      case MASK -> cpus.toMask(Math.max(1, cpus.last() + 1)) + "\n";
    };
  }

  Reading<CpuSet> read(MachineFiles files) {
    return files.text(shown).parse(this::parse);
  }

  Look look(MachineFiles files) {
    return look(read(files));
  }

  static Look look(Reading<CpuSet> reading) {
    return switch (reading) {
      case Reading.Present<CpuSet>(_, var cpus) -> Look.holds(Value.of(cpus));
      case Reading.Absent<CpuSet> _ -> new Look.Gone();
      case Reading.Denied<CpuSet>(var source, var needs) ->
          new Look.Unreadable(source + " needs " + needs);
      case Reading.Malformed<CpuSet>(var source, var problem) ->
          new Look.Unreadable(source + ": " + problem);
    };
  }

  Answer set(Target target, CpuSet cpus, KernelFile kernel) {
    return kernel
        .write(path, print(cpus))
        .map(errno -> Explanation.ofFile(target, errno))
        .orElseGet(Answer.Done::new);
  }
}
