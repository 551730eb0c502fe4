package org.isolctl.app.guard;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// What mask kthreadd had before a guard set it: written down before the change, so that a guard
/// that was killed leaves its successor what it needs to put it back.
interface KthreaddNote {
  /// A change of kthreadd's mask that stands.
  ///
  /// @param from what it had before any guard touched it in this boot
  /// @param to what the guard gave it
  record Standing(CpuSet from, CpuSet to) {}

  Optional<Standing> read();

  /// Notes a change that is about to be made; what an earlier note says of the time before stays.
  void write(CpuSet from, CpuSet to);

  /// It was put back.
  void clear();
}
