package org.isolctl.app.guard;

import java.util.List;

/// How long it took from the birth of a thread to the moment its mask was set.
///
/// @param counts how many took at most the bound of the same place in {@link #BOUNDS_NANOS}, and
///   not the one before; the last counts everything above
/// @param sumNanos all of them together
/// @param maxNanos the longest
/// @param latest those of the last {@link #LATEST} threads at most, the quickest first
record ReactionTimes(List<Long> counts, long sumNanos, long maxNanos, List<Long> latest) {
  /// Of how many threads each time is remembered.
  static final int LATEST = 1024;

  static final List<Long> BOUNDS_NANOS =
      List.of(
          50_000L,
          100_000L,
          250_000L,
          500_000L,
          1_000_000L,
          2_500_000L,
          5_000_000L,
          10_000_000L,
          25_000_000L,
          50_000_000L,
          100_000_000L,
          250_000_000L,
          500_000_000L,
          1_000_000_000L);

  ReactionTimes {
    counts = List.copyOf(counts);
    latest = List.copyOf(latest);
  }

  long total() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }

  /// The place of a time among the bounds.
  static int bucket(long nanos) {
    int at = 0;
    while (at < BOUNDS_NANOS.size() && nanos > BOUNDS_NANOS.get(at)) {
      at++;
    }
    return at;
  }

  /// The time within which a share of the latest was set; 0 where there was none.
  ///
  /// @param share for instance 0.99
  long quantileNanos(double share) {
    int place = (int) Math.ceil(share * latest.size()) - 1;
    return latest.isEmpty() ? 0 : latest.get(Math.max(0, place));
  }
}
