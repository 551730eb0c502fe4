package org.isolctl.model.run;

import java.util.Locale;

/// A scheduling policy with its static priority, as `sched_setscheduler(2)` takes it.
///
/// @param priority 1 to 99 for the real-time policies, 0 for the others
public record SchedulingPolicy(Kind kind, int priority) {
  private static final int LOWEST = 1;
  private static final int HIGHEST = 99;

  /// The policies that need no more than a priority (include/uapi/linux/sched.h).
  public enum Kind {
    OTHER(0, false),
    FIFO(1, true),
    RR(2, true),
    BATCH(3, false);

    private final int number;
    private final boolean realTime;

    Kind(int number, boolean realTime) {
      this.number = number;
      this.realTime = realTime;
    }

    /// The kernel's number for it.
    public int number() {
      return number;
    }
  }

  /// Reads for instance `fifo:50`, `rr:1`, `other` or `batch`.
  ///
  /// @throws IllegalArgumentException saying what is wrong with it
  public static SchedulingPolicy parse(String text) {
    int colon = text.indexOf(':');
    var name = colon < 0 ? text : text.substring(0, colon);
    var kind = kind(name.toLowerCase(Locale.ROOT));
    if (!kind.realTime) {
      if (colon >= 0) {
        throw new IllegalArgumentException("'" + name + "' takes no priority");
      }
      return new SchedulingPolicy(kind, 0);
    }
    var priority = colon < 0 ? "" : text.substring(colon + 1);
    if (!priority.matches("[1-9][0-9]?")) {
      throw new IllegalArgumentException(
          "'%s' needs a priority from %d to %d: write %s:50"
              .formatted(name, LOWEST, HIGHEST, kind.name().toLowerCase(Locale.ROOT)));
    }
    return new SchedulingPolicy(kind, Integer.parseInt(priority));
  }

  private static Kind kind(String name) {
    return switch (name) {
      case "fifo" -> Kind.FIFO;
      case "rr" -> Kind.RR;
      case "other" -> Kind.OTHER;
      case "batch" -> Kind.BATCH;
      default ->
          throw new IllegalArgumentException(
              "'" + name + "' is no policy; there are fifo:N, rr:N, other and batch");
    };
  }

  /// The text that {@link #parse} reads.
  @Override
  public String toString() {
    var name = kind.name().toLowerCase(Locale.ROOT);
    return kind.realTime ? name + ":" + priority : name;
  }
}
