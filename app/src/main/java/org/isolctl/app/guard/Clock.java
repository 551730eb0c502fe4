package org.isolctl.app.guard;

/// The time that goes on, whatever is done to the time of day.
@FunctionalInterface
interface Clock {
  /// Nanoseconds of `CLOCK_MONOTONIC`, which `System.nanoTime()` reads too.
  long nanos();
}
