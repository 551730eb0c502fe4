package org.isolctl.app.cli;

import java.util.LinkedHashMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/// One verb with its options, as picocli sees it.
final class VerbLine {
  /// Wider help is harder to read, not easier.
  private static final int WIDEST_HELP = 100;

  private static final int NARROWEST_HELP = 60;

  private final Command command;
  private final CommandLine line;

  private VerbLine(Command command) {
    this.command = command;
    this.line = new CommandLine(command).setExpandAtFiles(false).setUsageHelpAutoWidth(false);
    line.setStopAtPositional(command.endsWithCommand());
    var codes = new LinkedHashMap<String, String>();
    command.exitCodes().forEach(code -> codes.put(" " + code.code(), code.meaning()));
    line.getCommandSpec()
        .usageMessage()
        .synopsisHeading("Usage: ")
        .descriptionHeading("")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(codes)
        .abbreviateSynopsis(true)
        .sortOptions(false);
  }

  static VerbLine of(Verb verb) {
    return new VerbLine(verb.build());
  }

  /// Fills the command's options in.
  ///
  /// @throws CommandLine.ParameterException when they make no sense
  void parse(String[] args) {
    line.parseArgs(args);
  }

  boolean helpWanted() {
    return line.isUsageHelpRequested();
  }

  Command command() {
    return command;
  }

  CommandLine picocli() {
    return line;
  }

  /// The help page.
  String help(Terminal terminal) {
    line.setUsageHelpWidth(Math.clamp(terminal.width(), NARROWEST_HELP, WIDEST_HELP));
    return line.getUsageMessage(terminal.colours(ColourChoice.AUTO) ? Help.Ansi.ON : Help.Ansi.OFF);
  }
}
