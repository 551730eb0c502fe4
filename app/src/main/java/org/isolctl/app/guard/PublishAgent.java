package org.isolctl.app.guard;

import java.time.Duration;
import java.util.function.Supplier;

/// Makes what the loop knows visible to other threads, now and then.
final class PublishAgent implements Agent {
  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final Supplier<Snapshot> look;
  private final Clock clock;
  private volatile Snapshot published = Snapshot.EMPTY;
  private long nextNanos;

  PublishAgent(Supplier<Snapshot> look, Clock clock) {
    this.look = look;
    this.clock = clock;
    this.nextNanos = clock.nanos();
  }

  @Override
  public void step() {
    long now = clock.nanos();
    if (nextNanos <= now) {
      publish();
      nextNanos = now + PERIOD.toNanos();
    }
  }

  /// Publishes at once.
  void publish() {
    published = look.get();
  }

  Snapshot published() {
    return published;
  }

  @Override
  public long dueNanos() {
    return nextNanos;
  }
}
