package org.isolctl.app.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, and what was probably meant.
final class UsageErrors {
  private UsageErrors() {}

  /// One sentence on an option or argument that picocli refused.
  static String sentence(ParameterException e) {
    String message = String.valueOf(e.getMessage()).strip();
    String sentence = message.endsWith(".") ? message : message + ".";
    return e instanceof UnmatchedArgumentException unmatched
        ? sentence + meant(unmatched.getSuggestions())
        : sentence;
  }

  /// The first word is no verb.
  static CommandException unknownVerb(String word) {
    if (word.startsWith("-")) {
      return CommandException.usage(
          "options come after the verb, for instance 'isolctl audit "
              + word
              + "'. See 'isolctl --help'.");
    }
    return CommandException.usage(
        "'" + word + "' is no verb." + meant(similarVerbs(word)) + " See 'isolctl --help'.");
  }

  private static List<String> similarVerbs(String word) {
    var root = new CommandLine(CommandLine.Model.CommandSpec.create());
    for (Verb verb : Verb.values()) {
      root.addSubcommand(verb.word(), CommandLine.Model.CommandSpec.create());
    }
    root.addSubcommand("version", CommandLine.Model.CommandSpec.create());
    root.addSubcommand("help", CommandLine.Model.CommandSpec.create());
    return new UnmatchedArgumentException(root, List.of(word)).getSuggestions();
  }

  private static String meant(List<String> suggestions) {
    return suggestions.isEmpty()
        ? ""
        : " Did you mean " + String.join(" or ", suggestions.stream().limit(2).toList()) + "?";
  }
}
