package org.isolctl.app.cli;

import org.isolctl.model.kernel.KernelVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a kernel release.
final class KernelConverter implements ITypeConverter<KernelVersion> {
  @Override
  public KernelVersion convert(String value) {
    try {
      return KernelVersion.parse(value);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }
}
