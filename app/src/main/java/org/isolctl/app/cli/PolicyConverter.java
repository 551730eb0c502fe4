package org.isolctl.app.cli;

import org.isolctl.model.run.SchedulingPolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a scheduling policy on the command line.
final class PolicyConverter implements ITypeConverter<SchedulingPolicy> {
  @Override
  public SchedulingPolicy convert(String value) {
    try {
      return SchedulingPolicy.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
