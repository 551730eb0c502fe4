package org.isolctl.model.judge;

/// How bad a finding is.
public enum Severity {
  /// By design, or of interest only.
  INFO,
  /// A weak place that nothing can mend now, or advice.
  WARNING,
  /// A wrong mask, ready to be mended: isolation rests on luck.
  ERROR,
  /// Stolen time: it did run on an isolated CPU, or the scheduler is free to take it there.
  CRITICAL;

  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
