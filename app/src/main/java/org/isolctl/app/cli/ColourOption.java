package org.isolctl.app.cli;

import org.isolctl.app.render.Paper;
import picocli.CommandLine.Option;

/// The option that says whether text is coloured.
final class ColourOption {
  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      converter = ColourConverter.class,
      description = "Colours. auto: on a terminal, unless NO_COLOR is set. Default: auto.")
  ColourChoice choice = ColourChoice.AUTO;

  /// What text for this terminal is laid out for.
  Paper paper(Terminal terminal) {
    return new Paper(terminal.width(), terminal.colours(choice), terminal.utf8());
  }
}
