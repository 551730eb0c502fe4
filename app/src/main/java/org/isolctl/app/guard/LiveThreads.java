package org.isolctl.app.guard;

import org.isolctl.host.kthreads.KernelThreads;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;

/// The kernel threads of this machine.
record LiveThreads(KernelThreads kernel) implements Threads {
  @Override
  public AffinityResult mask(int tid) {
    return kernel.mask(tid);
  }

  @Override
  public AffinityResult set(int tid, CpuSet mask) {
    return kernel.set(tid, mask);
  }

  @Override
  public Narrowing narrow(int tid, CpuSet away) {
    return kernel.narrow(tid, away);
  }

  @Override
  public int put(int tid, CpuSet mask) {
    return kernel.put(tid, mask);
  }

  @Override
  public Reading<ThreadStat> stat(int tid) {
    return kernel.stat(tid);
  }

  @Override
  public Reading<int[]> children() {
    return kernel.children();
  }
}
