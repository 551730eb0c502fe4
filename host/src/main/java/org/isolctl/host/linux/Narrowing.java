package org.isolctl.host.linux;

import org.isolctl.model.cpu.CpuSet;

/// What came of taking CPUs out of a thread's mask.
public sealed interface Narrowing {
  /// They were taken out.
  ///
  /// @param former the mask that it had
  record Narrowed(CpuSet former) implements Narrowing {}

  /// Nothing was set: it has none of the CPUs, or no others, or the kernel refused to set it.
  ///
  /// @param mask the mask that it has
  record Left(CpuSet mask) implements Narrowing {}

  /// The kernel does not tell its mask: ESRCH for a thread that is gone.
  record Unknown(Errno errno) implements Narrowing {}
}
