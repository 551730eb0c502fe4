package org.isolctl.app.cli;

import java.util.List;

/// One verb, its options filled in by picocli.
interface Command {
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
