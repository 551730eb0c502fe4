package org.isolctl.app.cli;

/// A command cannot be carried out, for a reason that the user can understand and mend.
///
/// The message is one sentence or two that name the file, the value and the way out; it is shown as
/// it is, after the name of the command.
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  private CommandException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  private CommandException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /// The user asked for something that makes no sense.
  public static CommandException usage(String message) {
    return new CommandException(ExitCode.USAGE, message);
  }

  /// The question was clear, but the machine, the capture or the disk did not let it be answered.
  public static CommandException unfinished(String message, Throwable cause) {
    return new CommandException(ExitCode.UNDECIDED, message, cause);
  }

  /// The same, where no exception tells more.
  public static CommandException unfinished(String message) {
    return new CommandException(ExitCode.UNDECIDED, message);
  }

  /// A change could not be made; the message says what stands.
  public static CommandException changeFailed(String message, Throwable cause) {
    return new CommandException(ExitCode.CHANGE_FAILED, message, cause);
  }

  /// The same, where no exception tells more.
  public static CommandException changeFailed(String message) {
    return of(ExitCode.CHANGE_FAILED, message);
  }

  /// With an exit code of its own.
  public static CommandException of(ExitCode exitCode, String message) {
    return new CommandException(exitCode, message);
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
