package org.isolctl.app.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The running counts. Thread-safe: the guard counts, and whoever asks reads.
final class Counts {
  private final Map<Counter, Long> counters = new EnumMap<>(Counter.class);
  private final Map<String, Long> refusals = new TreeMap<>();
  private final long[] reactions = new long[ReactionTimes.BOUNDS_NANOS.size() + 1];
  private final long[] latest = new long[ReactionTimes.LATEST];
  private long reactionSum;
  private long reacted;
  private long reactionMax;

  synchronized void add(Counter counter) {
    counters.merge(counter, 1L, Long::sum);
  }

  synchronized long get(Counter counter) {
    return counters.getOrDefault(counter, 0L);
  }

  /// @param errno its name, for instance `EINVAL`
  synchronized void refused(String errno) {
    refusals.merge(errno, 1L, Long::sum);
  }

  /// @param between the making of a thread and its set mask; clocks that disagree make it 0
  synchronized void reacted(long between) {
    long nanos = Math.max(0, between);
    reactions[ReactionTimes.bucket(nanos)]++;
    latest[(int) (reacted++ % latest.length)] = nanos;
    reactionSum += nanos;
    reactionMax = Math.max(reactionMax, nanos);
  }

  synchronized Map<Counter, Long> counters() {
    var map = new EnumMap<Counter, Long>(Counter.class);
    for (var counter : Counter.values()) {
      map.put(counter, get(counter));
    }
    return map;
  }

  synchronized Map<String, Long> refusals() {
    return new TreeMap<>(refusals);
  }

  synchronized ReactionTimes reactions() {
    List<Long> counts = new ArrayList<>();
    for (long count : reactions) {
      counts.add(count);
    }
    int kept = (int) Math.min(reacted, latest.length);
    var sorted = Arrays.stream(latest, 0, kept).sorted().boxed().toList();
    return new ReactionTimes(counts, reactionSum, reactionMax, sorted);
  }
}
