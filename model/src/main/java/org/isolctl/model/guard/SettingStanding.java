package org.isolctl.model.guard;

/// How a mask that is no thread's stands with the guard.
public enum SettingStanding {
  /// Set whenever it is found wrong.
  KEPT,
  /// Set back too often by somebody else: left to them.
  CONTESTED,
  /// The machine refused the change.
  REFUSED
}
