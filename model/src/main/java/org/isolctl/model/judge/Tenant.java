package org.isolctl.model.judge;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.thread.ThreadClass;

/// A thread whose mask lies wholly inside the isolated CPUs: somebody put it there.
public record Tenant(int tid, int tgid, String comm, ThreadClass threadClass, CpuSet mask) {}
