package org.isolctl.app.cli;

import org.isolctl.app.render.Paper;

/// The option that says whether text is coloured.
final class ColourOption {
  ColourChoice choice = ColourChoice.AUTO;

  /// Lists them.
  void list(OptionList options) {
    options
        .option("--color", "auto|always|never")
        .says("Colours. auto: on a terminal, unless NO_COLOR is set. Default: auto.")
        .takes(new ColourConverter(), it -> choice = it);
  }

  /// What text for this terminal is laid out for.
  Paper paper(Terminal terminal) {
    return new Paper(terminal.width(), terminal.colours(choice), terminal.utf8());
  }
}
