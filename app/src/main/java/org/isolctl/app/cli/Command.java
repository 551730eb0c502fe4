package org.isolctl.app.cli;

import java.util.List;

/// One verb, its fields filled in from its options.
interface Command {
  /// What its help page says.
  HelpPage page();

  /// Lists its options and arguments, in the order of the help page.
  void list(OptionList options);

  /// The exit codes that it can end with, for its help page.
  List<ExitCode> exitCodes();

  /// Whether the first word that is no option begins a command of the user, with options of its
  /// own.
  default boolean endsWithCommand() {
    return false;
  }

  /// Does the work and writes the answer.
  ///
  /// @throws CommandException when it cannot be done
  ExitCode run(Session session);
}
