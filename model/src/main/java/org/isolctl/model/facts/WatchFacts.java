package org.isolctl.model.facts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// What was seen to run on the CPUs of interest while somebody looked at them for a time.
///
/// @param duration how long was looked
/// @param samples how many looks were taken
/// @param threads the threads that were seen there
/// @param irqs per IRQ number how often it fired on those CPUs in that time; those that did not are
///   left out
public record WatchFacts(
    Duration duration,
    int samples,
    List<ThreadRun> threads,
    Map<Integer, Map<Integer, Long>> irqs) {

  /// A thread that ran.
  ///
  /// @param cpu where it was found after its run time had grown
  /// @param runNanos how much its run time grew between looks that found it on that CPU: an upper
  ///   bound, as it may have run elsewhere in between
  public record ThreadRun(int tid, long startTicks, int cpu, long runNanos) {}
}
