package org.isolctl.app.cli;

/// What the exit code of the command says, the same for every verb.
public enum ExitCode {
  FINE(0, "fine"),
  FINDINGS(1, "findings: something reaches isolated CPUs, or the boot line has an error"),
  USAGE(2, "usage: the command line or the policy file makes no sense"),
  UNDECIDED(3, "could not see enough to judge, or could not finish"),
  CHANGE_FAILED(4, "a change failed"),
  NOT_EXECUTABLE(126, "the command could not be started"),
  NOT_FOUND(127, "the command was not found; any other code is its own");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  /// One line for the help pages.
  public String meaning() {
    return meaning;
  }
}
