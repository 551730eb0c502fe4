package org.isolctl.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the value of `--format`.
final class FormatConverter implements ITypeConverter<Format> {
  @Override
  public Format convert(String value) {
    return switch (value) {
      case "text" -> Format.TEXT;
      case "json" -> Format.JSON;
      default -> throw new TypeConversionException("'" + value + "' is neither text nor json");
    };
  }
}
