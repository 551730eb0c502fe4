package org.isolctl.host.vm;

import java.io.IOException;

/// A kernel was booted and did not come as far as to report. All else that can go wrong, QEMU that
/// is missing for instance, is a plain {@link IOException}.
public final class BootFailedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean overdue;

  public BootFailedException(String message, boolean overdue) {
    super(message);
    this.overdue = overdue;
  }

  /// Whether it was still running when its time was over, as on a machine that is too busy; else it
  /// ended by itself, as after a panic.
  public boolean overdue() {
    return overdue;
  }
}
