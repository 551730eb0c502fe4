package org.isolctl.model.guard;

import org.isolctl.model.cpu.CpuSet;

/// What the kernel answered to a set mask.
public sealed interface SetOutcome {
  /// It took it.
  ///
  /// @param mask read back: the kernel may have made it smaller
  record Taken(CpuSet mask) implements SetOutcome {}

  /// The thread had ended.
  record Gone() implements SetOutcome {}

  /// It refused.
  ///
  /// @param error the error number, for instance 22 (EINVAL)
  record Refused(int error) implements SetOutcome {}
}
