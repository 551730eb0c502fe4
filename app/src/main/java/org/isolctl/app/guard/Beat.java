package org.isolctl.app.guard;

/// The beat of what is done once a second: agents that share it wake the guard once, not each.
final class Beat {
  private static final long SECOND = 1_000_000_000L;

  private Beat() {}

  /// The first whole second of a clock after a time, in nanoseconds.
  static long after(long nanos) {
    return Math.floorDiv(nanos, SECOND) * SECOND + SECOND;
  }
}
