package org.isolctl.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;

/// One verb with its options, as picocli sees it.
final class VerbLine {
  /// Wider help is harder to read, not easier.
  private static final int WIDEST_HELP = 100;

  private static final int NARROWEST_HELP = 60;

  private final Command command;
  private final CommandLine line;

  private VerbLine(Verb verb) {
    this.command = verb.build();
    var spec = CommandSpec.create().name("isolctl " + verb.word());
    command.list(new OptionList(spec));
    this.line = new CommandLine(spec).setExpandAtFiles(false).setUsageHelpAutoWidth(false);
    line.setStopAtPositional(command.endsWithCommand());
  }

  static VerbLine of(Verb verb) {
    return new VerbLine(verb);
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

  /// With all that its help page says; a run needs none of that.
  CommandLine picocli() {
    var page = command.page();
    var codes = new LinkedHashMap<String, String>();
    command.exitCodes().forEach(code -> codes.put(" " + code.code(), code.meaning()));
    line.getCommandSpec()
        .usageMessage()
        .header(page.purpose(), "")
        .description(lines(page.description()))
        .footer(lines(page.footer()))
        .synopsisHeading("Usage: ")
        .descriptionHeading("")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(codes)
        .abbreviateSynopsis(true)
        .sortOptions(false);
    return line;
  }

  /// After a blank one.
  private static String[] lines(List<String> text) {
    return Stream.concat(Stream.of(""), text.stream()).toArray(String[]::new);
  }

  /// The help page.
  String help(Terminal terminal) {
    picocli().setUsageHelpWidth(Math.clamp(terminal.width(), NARROWEST_HELP, WIDEST_HELP));
    return line.getUsageMessage(terminal.colours(ColourChoice.AUTO) ? Help.Ansi.ON : Help.Ansi.OFF);
  }
}
