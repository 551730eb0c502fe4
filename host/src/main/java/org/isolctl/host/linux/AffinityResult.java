package org.isolctl.host.linux;

import org.isolctl.model.cpu.CpuSet;

/// What the kernel answered to a question about, or a change of, an affinity mask.
public sealed interface AffinityResult {
  /// It did as asked.
  ///
  /// @param mask the mask that the thread has, read back after a change: the kernel may have made
  ///   it smaller than what was asked for
  record Mask(CpuSet mask) implements AffinityResult {}

  /// It refused: ESRCH for a thread that is gone, EINVAL for one that may not be moved or a mask
  /// without a usable CPU, EPERM for a thread of somebody else.
  record Refused(Errno errno) implements AffinityResult {}
}
