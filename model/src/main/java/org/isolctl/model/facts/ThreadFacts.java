package org.isolctl.model.facts;

import org.isolctl.model.cpu.CpuSet;

/// One thread.
///
/// @param mask its affinity mask
/// @param stat its `/proc/TGID/task/TID/stat`
public record ThreadFacts(int tid, int tgid, Reading<CpuSet> mask, Reading<ThreadStat> stat) {}
