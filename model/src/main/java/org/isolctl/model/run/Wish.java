package org.isolctl.model.run;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// Where somebody wants a program to run.
///
/// @param cpus the CPUs that were named
/// @param partition the cgroup v2 partition that was named: its path, with or without the leading
///   `/`
/// @param housekeeping off the isolated CPUs, not onto them
/// @param anyway also onto CPUs that are not isolated
public record Wish(
    Optional<CpuSet> cpus, Optional<String> partition, boolean housekeeping, boolean anyway) {}
