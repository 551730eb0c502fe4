package org.isolctl.app.guard;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.guard.Standing;
import org.isolctl.model.guard.Watched;

/// What the guard knows at one moment, for those who ask from other threads.
///
/// @param isolated the CPUs that are guarded
/// @param hearing whether the kernel's announcements are heard; scans alone have to do otherwise
/// @param threads every kernel thread that is remembered
record Snapshot(CpuSet isolated, boolean hearing, List<Watched> threads) {
  static final Snapshot EMPTY = new Snapshot(CpuSet.empty(), false, List.of());

  Snapshot {
    threads = List.copyOf(threads);
  }

  /// The threads that reach the isolated CPUs and others, leave of the policy aside.
  List<Watched> strays() {
    return threads.stream()
        .filter(it -> it.standing() != Standing.EXCEPTED)
        .filter(it -> it.mask().intersects(isolated) && !it.mask().isSubsetOf(isolated))
        .toList();
  }
}
