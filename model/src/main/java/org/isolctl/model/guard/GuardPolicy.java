package org.isolctl.model.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.policy.Governed;
import org.isolctl.model.policy.PolicyException;
import org.isolctl.model.thread.ThreadClass;

/// What the guard keeps.
///
/// @param isolated the CPUs that kernel threads are kept off; empty on a machine that isolates none
///   now, where the guard waits for a partition to be made
/// @param exceptions threads that may reach them; the first that matches counts
/// @param governed which masks beside those of threads are kept right too
/// @param mostContests how often a mask that others set back is set again before the thread is left
///   to them
/// @param forgiveAfter how long a mask must have stood for earlier contests to be forgotten, and
///   after which a refused change is tried again
public record GuardPolicy(
    CpuSet isolated,
    List<PolicyException> exceptions,
    Set<Governed> governed,
    int mostContests,
    Duration forgiveAfter) {
  /// Enough for a driver that sets its mask at a few points of its life, too few for a daemon that
  /// sets it every second.
  public static final int MOST_CONTESTS = 8;

  public static final Duration FORGIVE_AFTER = Duration.ofMinutes(10);

  public GuardPolicy {
    if (mostContests < 1) {
      throw new IllegalArgumentException("a guard must contest a mask at least once");
    }
    exceptions = List.copyOf(exceptions);
    governed = Set.copyOf(governed);
  }

  /// As patient as the guard is by itself.
  public GuardPolicy(CpuSet isolated, List<PolicyException> exceptions, Set<Governed> governed) {
    this(isolated, exceptions, governed, MOST_CONTESTS, FORGIVE_AFTER);
  }

  /// Threads only.
  public GuardPolicy(CpuSet isolated, List<PolicyException> exceptions) {
    this(isolated, exceptions, Set.of());
  }

  /// Whether a mask holds isolated CPUs and others: what the guard mends.
  public boolean spans(CpuSet mask) {
    return mask.intersects(isolated) && !mask.isSubsetOf(isolated);
  }

  /// Whether any exception goes by name, so that a thread which has no name of its own yet cannot
  /// be judged.
  boolean looksAtNames() {
    return exceptions.stream().anyMatch(exception -> exception.comm().isPresent());
  }

  /// Why a thread may reach the isolated CPUs. A kernel thread is in the root group, unless
  /// somebody has moved it; the guard does not ask.
  Optional<String> exceptionFor(String comm, ThreadClass threadClass) {
    return exceptions.stream()
        .filter(exception -> exception.matches(comm, threadClass, Optional.empty()))
        .map(PolicyException::reason)
        .findFirst();
  }
}
