package org.isolctl.app.cli;

import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The options and arguments of one verb, told to picocli one by one, in the order of the help
/// page.
///
/// Not by its annotations: for each kind of annotation that is read the JVM makes a class, which no
/// archive of classes can hold, and the members of a verb are searched by reflection. Together that
/// took 30 of an audit's 120 milliseconds; this takes three.
final class OptionList {
  private final CommandSpec spec;

  OptionList(CommandSpec spec) {
    this.spec = spec;
  }

  /// An option without a value.
  ///
  /// @param names with their dashes, separated by blanks
  OptionLine flag(String names) {
    return option(names, "");
  }

  /// An option with a value.
  ///
  /// @param names with their dashes, separated by blanks
  /// @param label what the value is, for the help page
  OptionLine option(String names, String label) {
    return line(OptionSpec.builder(names.split(" ", -1)).paramLabel(label));
  }

  /// The flag that asks for the help page.
  ///
  /// @param names with their dashes, separated by blanks
  OptionLine help(String names) {
    return line(OptionSpec.builder(names.split(" ", -1)).usageHelp(true));
  }

  private OptionLine line(OptionSpec.Builder option) {
    return new OptionLine(spec, option);
  }

  /// The word that is no option; it may be missing.
  void argument(String label, String description, Consumer<String> field) {
    add(PositionalParamSpec.builder().arity("0..1").type(String.class), label, description, field);
  }

  /// The words that are no options, however many.
  void arguments(String label, String description, Consumer<List<String>> field) {
    var words = PositionalParamSpec.builder().arity("0..*");
    add(words.type(List.class).auxiliaryTypes(String.class), label, description, field);
  }

  private void add(
      PositionalParamSpec.Builder words, String label, String description, Consumer<?> field) {
    spec.addPositional(
        words
            .paramLabel(label)
            .description(description)
            .hasInitialValue(false)
            .setter(new Destination<>(field))
            .build());
  }
}
