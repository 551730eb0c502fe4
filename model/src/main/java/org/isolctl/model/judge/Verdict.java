package org.isolctl.model.judge;

/// The answer to "is the isolation real?".
public enum Verdict {
  /// CPUs are isolated, and nothing that could be kept off them reaches them.
  INTACT("intact"),
  /// CPUs are isolated, and something that does not belong there reaches them.
  VIOLATED("violated"),
  /// No CPU is isolated.
  NOT_ISOLATED("not-isolated"),
  /// Too little could be seen to say.
  UNDECIDED("undecided");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
