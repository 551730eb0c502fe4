package org.isolctl.model.facts;

import org.isolctl.model.cpu.CpuSet;

/// One thread.
///
/// @param mask its affinity mask
/// @param stat its `/proc/TGID/task/TID/stat`
/// @param cgroup the path of its cgroup from `/proc/TGID/task/TID/cgroup`; read only of user
///   threads whose mask reaches the CPUs of interest, absent for the rest
public record ThreadFacts(
    int tid, int tgid, Reading<CpuSet> mask, Reading<ThreadStat> stat, Reading<String> cgroup) {}
