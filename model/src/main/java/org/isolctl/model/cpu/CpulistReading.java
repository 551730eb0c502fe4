package org.isolctl.model.cpu;

import java.util.Optional;

/// What a kernel makes of a text that should be a cpulist.
///
/// The kernel fills the set item by item and stops at the first error. Some callers then drop the
/// whole set, others keep what they have: hence both parts here.
///
/// @param kept the CPUs of the items before the error, or all CPUs where there is no error
/// @param error the first error
public record CpulistReading(CpuSet kept, Optional<CpuSetSyntaxException> error) {
  /// The whole set.
  ///
  /// @throws CpuSetSyntaxException where there is an error
  public CpuSet orThrow() {
    if (error.isPresent()) {
      throw error.get();
    }
    return kept;
  }
}
