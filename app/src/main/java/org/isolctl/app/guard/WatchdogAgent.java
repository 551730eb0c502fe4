package org.isolctl.app.guard;

import java.time.Duration;

/// Tells the service manager that the guard is alive.
final class WatchdogAgent implements Agent {
  private final Duration period;
  private final Runnable sign;
  private final Clock clock;
  private long nextNanos;

  /// @param sign given once in each period
  WatchdogAgent(Duration period, Runnable sign, Clock clock) {
    this.period = period;
    this.sign = sign;
    this.clock = clock;
    this.nextNanos = clock.nanos();
  }

  @Override
  public void step() {
    long now = clock.nanos();
    if (nextNanos <= now) {
      sign.run();
      nextNanos = now + period.toNanos();
    }
  }

  @Override
  public long dueNanos() {
    return nextNanos;
  }
}
