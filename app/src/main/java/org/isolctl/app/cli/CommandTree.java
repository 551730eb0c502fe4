package org.isolctl.app.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The whole command with all its verbs as one model, for what is made of it at build time: manual
/// pages and completions. A run builds only the verb that it is called with.
public final class CommandTree {
  private CommandTree() {}

  /// The command; each verb is a subcommand of it.
  public static CommandLine build() {
    var root = new CommandLine(CommandSpec.create().name("isolctl"));
    for (Verb verb : Verb.values()) {
      CommandLine line = VerbLine.of(verb).picocli();
      line.setCommandName(verb.word());
      line.getCommandSpec().options().stream()
          .filter(option -> option.paramLabel().contains("|"))
          .toList()
          .forEach(option -> offer(line.getCommandSpec(), option));
      root.addSubcommand(verb.word(), line);
    }
    root.addSubcommand("version", plain("Say which version this is"));
    root.addSubcommand("help", plain("Show the page of the command, or of a verb"));
    return root;
  }

  private static CommandSpec plain(String purpose) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(purpose);
    return spec;
  }

  /// Words like `text|json` stand for a choice; picocli offers only those of enums by itself.
  private static void offer(CommandSpec spec, OptionSpec option) {
    spec.remove(option);
    spec.addOption(
        OptionSpec.builder(option)
            .completionCandidates(List.of(option.paramLabel().split("\\|")))
            .build());
  }
}
