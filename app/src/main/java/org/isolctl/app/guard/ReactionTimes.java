package org.isolctl.app.guard;

import java.util.List;

/// How long it took from the birth of a thread to the moment its mask was set.
///
/// @param counts how many took at most the bound of the same place in {@link #BOUNDS_NANOS}, and
///   not the one before; the last counts everything above
/// @param sumNanos all of them together
/// @param maxNanos the longest
record ReactionTimes(List<Long> counts, long sumNanos, long maxNanos) {
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

  /// The bound below which a share of them lies; empty bound of the last bucket is the maximum.
  ///
  /// @param share for instance 0.99
  long quantileBoundNanos(double share) {
    long wanted = (long) Math.ceil(share * total());
    long seen = 0;
    for (int i = 0; i < counts.size(); i++) {
      seen += counts.get(i);
      if (seen >= wanted && seen > 0) {
        return i < BOUNDS_NANOS.size() ? Math.min(BOUNDS_NANOS.get(i), maxNanos) : maxNanos;
      }
    }
    return 0;
  }
}
