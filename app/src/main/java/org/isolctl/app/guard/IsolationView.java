package org.isolctl.app.guard;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// What the machine says of its isolation, as the guard needs it again and again.
interface IsolationView {
  /// The CPUs that are isolated now.
  ///
  /// @param byUser CPUs that the user wants treated as isolated
  CpuSet isolated(Optional<CpuSet> byUser);

  /// The CPUs that are online.
  CpuSet online();

  /// A text that changes when partitions or the CPUs that are online change; cheap, a few small
  /// files.
  String fingerprint();
}
