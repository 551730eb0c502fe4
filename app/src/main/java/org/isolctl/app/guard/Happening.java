package org.isolctl.app.guard;

import java.util.Set;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.guard.ScanReason;
import org.isolctl.model.guard.Watched;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Result;

/// Something that is worth a line in the log.
sealed interface Happening {
  /// A thread has reached a new standing: settled after its mask was set, a tenant, contested,
  /// refused.
  record Placed(Watched thread) implements Happening {}

  /// kthreadd has the mask again that it had before the guard.
  record KthreaddPutBack(CpuSet from, CpuSet to) implements Happening {}

  /// kthreadd has a mask that is not the guard's, and was not put back.
  record KthreaddLeft(CpuSet mask) implements Happening {}

  /// All kernel threads were looked at.
  ///
  /// @param corrected how many masks it set
  record Scanned(Set<ScanReason> reasons, int threads, int corrected) implements Happening {
    public Scanned {
      reasons = Set.copyOf(reasons);
    }
  }

  /// Announcements were lost.
  record Lost() implements Happening {}

  /// The announcements of the kernel are heard, or heard again.
  ///
  /// @param bufferBytes of the socket
  record Hearing(int bufferBytes) implements Happening {}

  /// The announcements of the kernel are not heard: scans have to do.
  record Deaf(String why) implements Happening {}

  /// Other CPUs are guarded from now on.
  record Isolated(CpuSet before, CpuSet now) implements Happening {}

  /// The mask of an interrupt or a workqueue was found wrong, and this came of it.
  record SettingMade(Result result) implements Happening {}

  /// The mask of an interrupt or a workqueue was set back too often, and is left.
  record SettingContested(Change change, int times) implements Happening {}

  /// The policy was read again.
  record Reloaded(String file) implements Happening {}

  /// Something did not work; the guard goes on.
  record Trouble(String what) implements Happening {}

  /// The guard is up, or is going down.
  record Phase(String word) implements Happening {}
}
