package org.isolctl.host.threads;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadFacts;

/// What a census looks at.
///
/// @param interest the CPUs whose threads are looked at closely
/// @param offline whether `interest` has CPUs that are offline now: the system call hides those, so
///   that every mask must come from `status`
/// @param cgroups whose cgroup is read
public record CensusScope(CpuSet interest, boolean offline, Cgroups cgroups) {

  /// Whose cgroup is read. That is one more file for each, and costs as much as all the rest.
  public enum Cgroups {
    NONE,
    /// User threads whose mask spans the CPUs of interest and others.
    OF_SPANNING_THREADS,
    /// For a capture, which does not know what will be asked of it.
    OF_USER_THREADS
  }

  boolean wantsCgroup(ThreadFacts thread) {
    return switch (cgroups) {
      case NONE -> false;
      case OF_SPANNING_THREADS ->
          isUserThread(thread) && thread.mask().toOptional().map(this::spans).orElse(false);
      case OF_USER_THREADS -> isUserThread(thread);
    };
  }

  private static boolean isUserThread(ThreadFacts thread) {
    return !thread.kernelThread().orElse(true);
  }

  private boolean spans(CpuSet mask) {
    return mask.intersects(interest) && !mask.isSubsetOf(interest);
  }
}
