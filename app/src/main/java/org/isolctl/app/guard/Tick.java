package org.isolctl.app.guard;

/// The time at which the loop came round, for agents that need it no more exactly than that: asking
/// the kernel costs up to a tenth of a millisecond where it has no clock that user space may read.
final class Tick implements Clock, Agent {
  private final Clock clock;
  private long now;

  Tick(Clock clock) {
    this.clock = clock;
    this.now = clock.nanos();
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void step() {
    now = clock.nanos();
  }

  @Override
  public long dueNanos() {
    return Long.MAX_VALUE;
  }
}
