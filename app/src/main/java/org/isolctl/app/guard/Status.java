package org.isolctl.app.guard;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.isolctl.model.guard.Watched;
import org.isolctl.model.thread.ThreadClass;

/// Everything that the guard tells of itself, whatever form it is given.
///
/// @param version of isolctl
/// @param pid of the guard
/// @param since when it began
record Status(
    String version,
    long pid,
    Instant since,
    Snapshot snapshot,
    Map<Counter, Long> counters,
    Map<String, Long> refusals,
    ReactionTimes reactions) {

  /// A number of threads that are alike.
  ///
  /// @param threadClass its label; `unknown` while the text of a thread was not needed
  record Group(String threadClass, String standing) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return Comparator.comparing(Group::threadClass)
          .thenComparing(Group::standing)
          .compare(this, other);
    }

    static Group of(Watched thread) {
      return new Group(
          thread.threadClass().map(ThreadClass::label).orElse("unknown"),
          thread.standing().label());
    }
  }

  /// How many threads there are of each kind.
  Map<Group, Long> threads() {
    return counted(snapshot.threads());
  }

  /// How many strays there are of each kind.
  Map<Group, Long> strays() {
    return counted(snapshot.strays());
  }

  private static Map<Group, Long> counted(List<Watched> threads) {
    var counted = new TreeMap<Group, Long>();
    threads.forEach(thread -> counted.merge(Group.of(thread), 1L, Long::sum));
    return counted;
  }
}
