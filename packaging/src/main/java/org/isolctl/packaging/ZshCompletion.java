package org.isolctl.packaging;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The completion function of zsh, `_isolctl`, from the command model (zshcompsys(1)).
final class ZshCompletion {
  private ZshCompletion() {}

  static String of(CommandLine root) {
    var out =
        new StringBuilder(
            """
            #compdef isolctl
            # Made from the command itself; see isolctl --help.

            _isolctl() {
              local curcontext="$curcontext" state line
              _arguments -C '1:verb:->verb' '*::argument:->argument'
              case $state in
                verb)
                  local -a verbs=(
            """);
    root.getSubcommands().forEach((word, line) -> out.append(verb(word, line.getCommandSpec())));
    out.append(
        """
              )
              _describe verb verbs
              ;;
            argument)
              case $words[1] in
        """);
    root.getSubcommands()
        .forEach((word, line) -> out.append(arguments(word, line.getCommandSpec())));
    out.append(
        """
              esac
              ;;
          esac
        }

        _isolctl "$@"
        """);
    return out.toString();
  }

  private static String verb(String word, CommandSpec spec) {
    var usage = spec.usageMessage();
    String[] said = usage.header().length > 0 ? usage.header() : usage.description();
    return "        '%s:%s'\n".formatted(word, quoted(String.join(" ", said).strip()));
  }

  private static String arguments(String word, CommandSpec spec) {
    if (word.equals("help")) {
      return "        help) _arguments '1:verb:(%s)' ;;\n"
          .formatted(String.join(" ", spec.parent().subcommands().keySet()));
    }
    String options =
        spec.options().stream()
            .filter(option -> !option.hidden())
            .flatMap(option -> Arrays.stream(option.names()).map(name -> option(name, option)))
            .collect(Collectors.joining(" \\\n            "));
    return options.isEmpty()
        ? ""
        : "        %s)\n          _arguments -S \\\n            %s \\\n            '*:argument:_files'\n          ;;\n"
            .formatted(word, options);
  }

  private static String option(String name, OptionSpec option) {
    String about = quoted(String.join(" ", option.description()).replace("%%", "%"));
    String value =
        option.arity().max() == 0
            ? ""
            : ":%s:%s".formatted(quoted(option.paramLabel()), values(option));
    return "'%s[%s]%s'".formatted(name, about.replace("[", "\\[").replace("]", "\\]"), value);
  }

  /// What zsh offers as the value: the words of a choice, files, or nothing.
  private static String values(OptionSpec option) {
    if (option.completionCandidates() != null) {
      return "(" + String.join(" ", option.completionCandidates()) + ")";
    }
    boolean file =
        Arrays.stream(option.auxiliaryTypes()).anyMatch(Path.class::equals)
            || option.type().equals(Path.class);
    return file ? "_files" : " ";
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''").replace(":", "\\:");
  }
}
