package org.isolctl.model.guard;

import java.time.Duration;

/// The subscription to the kernel's process events: asked for until it is acknowledged, and again
/// now and then.
///
/// Up to 6.5 the kernel only counts who listens and who stops (drivers/connector/cn_proc.c): one
/// stray `PROC_CN_MCAST_IGNORE` of any root process brings the count below 1, and everybody hears
/// nothing any more, without an error. Each further `LISTEN` raises it again.
///
/// @param state how it stands
/// @param asks how many times it was asked since the last acknowledgement
/// @param sinceNanos when it was last asked, or acknowledged
public record Subscription(State state, int asks, long sinceNanos) {
  /// How long an acknowledgement is waited for.
  public static final Duration PATIENCE = Duration.ofMillis(200);

  /// How often it is asked before it counts as deaf. It goes on being asked, at the pace of the
  /// health check.
  public static final int MOST_ASKS = 32;

  /// How long an acknowledged subscription is trusted.
  public static final Duration TRUST = Duration.ofSeconds(60);

  /// How a subscription stands.
  public enum State {
    /// Not acknowledged yet.
    ASKING,
    /// Acknowledged.
    HEARD,
    /// Was acknowledged once and is being checked.
    CHECKING,
    /// Not acknowledged however often it was asked.
    DEAF
  }

  /// A subscription that was never asked for.
  public static Subscription begun(long now) {
    return new Subscription(State.ASKING, 0, now);
  }

  /// When it is to be asked for.
  public long dueNanos() {
    return switch (state) {
      case ASKING -> asks == 0 ? sinceNanos : sinceNanos + PATIENCE.toNanos();
      case CHECKING -> sinceNanos + PATIENCE.toNanos();
      case HEARD, DEAF -> sinceNanos + TRUST.toNanos();
    };
  }

  /// After it was asked for.
  public Subscription asked(long now) {
    var next =
        switch (state) {
          case ASKING, DEAF -> asks + 1 >= MOST_ASKS ? State.DEAF : State.ASKING;
          case HEARD -> State.CHECKING;
          case CHECKING -> asks + 1 >= MOST_ASKS ? State.DEAF : State.CHECKING;
        };
    return new Subscription(next, Math.min(asks + 1, MOST_ASKS), now);
  }

  /// After the kernel has acknowledged.
  public Subscription acknowledged(long now) {
    return new Subscription(State.HEARD, 0, now);
  }

  /// Whether events may have been missed until now: the kernel needed more than one asking, or none
  /// sufficed.
  public boolean mayHaveMissed() {
    return asks > 1;
  }

  /// Whether events are to be expected.
  public boolean hears() {
    return state == State.HEARD || state == State.CHECKING;
  }
}
