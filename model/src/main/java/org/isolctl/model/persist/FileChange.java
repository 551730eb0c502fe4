package org.isolctl.model.persist;

import java.util.Optional;

/// A file before and after.
///
/// @param path as on the machine that it belongs to
/// @param before empty where there is none yet
/// @param after empty where it is taken away
public record FileChange(String path, Optional<String> before, Optional<String> after) {

  /// Whether there is nothing to do.
  public boolean isNothing() {
    return before.equals(after);
  }

  /// What is done: `create`, `change`, `remove` or `keep`.
  public String action() {
    if (isNothing()) {
      return "keep";
    }
    if (before.isEmpty()) {
      return "create";
    }
    return after.isEmpty() ? "remove" : "change";
  }
}
