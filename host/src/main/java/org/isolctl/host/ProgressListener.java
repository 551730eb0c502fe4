package org.isolctl.host;

import java.time.Duration;

/// Is told how far a look that takes long has come.
@FunctionalInterface
public interface ProgressListener {
  /// Does nothing.
  ProgressListener NONE = (_, _) -> {};

  /// Gets the state after one more step.
  ///
  /// @param elapsed since the beginning
  /// @param total how long it will take
  void progressed(Duration elapsed, Duration total);
}
