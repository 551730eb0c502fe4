package org.isolctl.model.run;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// Where a program is put.
///
/// @param cpus its mask, all of them online
/// @param group the cgroup v2 group that it joins first, with a leading `/`
/// @param balanced whether the scheduler spreads threads over these CPUs: it does not outside of
///   its domains
public record Placement(CpuSet cpus, Optional<String> group, boolean balanced) {

  /// Whether threads that share this mask pile up on one CPU while others idle.
  public boolean pilesUp() {
    return !balanced && cpus.size() > 1;
  }
}
