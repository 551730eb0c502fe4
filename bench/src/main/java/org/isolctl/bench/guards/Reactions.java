package org.isolctl.bench.guards;

import java.util.List;
import java.util.regex.Pattern;

/// How long a watcher took from the making of a thread to its set mask.
record Reactions(long count, long p50, long p99, long max) {
  private static final Pattern NUMBER = Pattern.compile("\"(count|max|p50|p99)\":([0-9]+)");

  /// Reads what a watcher printed: one number a line, or the status of the guard.
  static Reactions parse(String text) {
    return text.contains("reaction_nanos") ? ofStatus(text) : ofTimes(text);
  }

  private static Reactions ofTimes(String text) {
    List<Long> times = text.lines().map(String::strip).map(Long::valueOf).sorted().toList();
    return times.isEmpty()
        ? new Reactions(0, 0, 0, 0)
        : new Reactions(times.size(), at(times, 0.5), at(times, 0.99), times.getLast());
  }

  private static long at(List<Long> times, double share) {
    return times.get((int) Math.ceil(share * times.size()) - 1);
  }

  private static Reactions ofStatus(String text) {
    return new Reactions(
        member(text, "count"), member(text, "p50"), member(text, "p99"), member(text, "max"));
  }

  private static long member(String text, String name) {
    return NUMBER
        .matcher(text)
        .results()
        .filter(found -> found.group(1).equals(name))
        .mapToLong(found -> Long.parseLong(found.group(2)))
        .findFirst()
        .orElseThrow();
  }
}
