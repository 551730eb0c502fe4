package org.isolctl.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// One option in the making; what it `takes` or `sets` ends it.
final class OptionLine {
  private final OptionSpec.Builder builder;
  private final CommandSpec spec;

  OptionLine(CommandSpec spec, OptionSpec.Builder builder) {
    this.spec = spec;
    this.builder = builder;
  }

  OptionLine says(String description) {
    builder.description(description);
    return this;
  }

  OptionLine required() {
    builder.required(true);
    return this;
  }

  /// Not on the help page.
  OptionLine hidden() {
    builder.hidden(true);
    return this;
  }

  /// A flag.
  void sets(Consumer<Boolean> field) {
    add(boolean.class, field);
  }

  <T> void takes(ITypeConverter<T> converter, Consumer<T> field) {
    builder.converters(converter);
    add(Object.class, field);
  }

  /// Values in a row, separated by commas.
  <T> void takesList(ITypeConverter<T> converter, Consumer<List<T>> field) {
    builder.converters(converter).splitRegex(",").auxiliaryTypes(Object.class);
    add(List.class, field);
  }

  void takesPath(Consumer<Path> field) {
    add(Path.class, field);
  }

  void takesText(Consumer<String> field) {
    add(String.class, field);
  }

  void takesNumber(Consumer<Integer> field) {
    add(Integer.class, field);
  }

  private void add(Class<?> type, Consumer<?> field) {
    spec.addOption(
        builder.type(type).hasInitialValue(false).setter(new Destination<>(field)).build());
  }
}
