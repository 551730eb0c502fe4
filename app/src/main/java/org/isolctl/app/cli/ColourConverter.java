package org.isolctl.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the value of `--color`.
final class ColourConverter implements ITypeConverter<ColourChoice> {
  @Override
  public ColourChoice convert(String value) {
    return switch (value) {
      case "auto" -> ColourChoice.AUTO;
      case "always" -> ColourChoice.ALWAYS;
      case "never" -> ColourChoice.NEVER;
      default ->
          throw new TypeConversionException("'" + value + "' is none of auto, always and never");
    };
  }
}
