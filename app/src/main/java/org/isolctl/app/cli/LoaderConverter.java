package org.isolctl.app.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.isolctl.model.persist.BootLoader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a boot loader on the command line.
final class LoaderConverter implements ITypeConverter<BootLoader> {
  @Override
  public BootLoader convert(String value) {
    return Arrays.stream(BootLoader.values())
        .filter(loader -> loader.label().equals(value))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'"
                    + value
                    + "' is none that isolctl knows; there are "
                    + Arrays.stream(BootLoader.values())
                        .map(BootLoader::label)
                        .collect(Collectors.joining(", "))));
  }
}
