package org.isolctl.app.cli;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.cpu.CpuSetSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a cpulist on the command line; an empty one is refused, as it is a slip in a script.
final class CpulistConverter implements ITypeConverter<CpuSet> {
  @Override
  public CpuSet convert(String value) {
    try {
      CpuSet cpus = CpuSet.parseList(value);
      if (cpus.isEmpty()) {
        throw new TypeConversionException("names no CPU; write a list such as 2-3,8");
      }
      return cpus;
    } catch (CpuSetSyntaxException e) {
      throw new TypeConversionException(
          "'" + value + "' is no list of CPUs: " + e.getMessage() + "; write one such as 2-3,8");
    }
  }
}
