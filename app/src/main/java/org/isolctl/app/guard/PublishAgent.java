package org.isolctl.app.guard;

import java.util.function.Supplier;

/// Makes what the loop knows visible to other threads, once a second.
final class PublishAgent implements Agent {
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
      nextNanos = Beat.after(now);
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
