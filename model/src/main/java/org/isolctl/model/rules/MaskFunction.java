package org.isolctl.model.rules;

import org.isolctl.model.cpu.CpuSet;

/// The mask that a booted kernel gives.
@FunctionalInterface
public interface MaskFunction {
  /// The mask.
  ///
  /// @param node the online CPUs of the NUMA node that the thread belongs to, for threads that
  ///   belong to one; all online CPUs for others
  CpuSet mask(BootedKernel kernel, CpuSet node);
}
