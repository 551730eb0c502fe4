package org.isolctl.app.guard;

import java.util.Optional;
import org.isolctl.host.kthreads.KernelThreads;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.host.linux.Scheduler;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.run.SchedulingPolicy;

/// The kernel threads of this machine.
record LiveThreads(KernelThreads kernel, Scheduler scheduler) implements Threads {
  private static final SchedulingPolicy LOWEST_REAL_TIME =
      new SchedulingPolicy(SchedulingPolicy.Kind.FIFO, 1);

  LiveThreads(KernelThreads kernel) {
    this(kernel, new Scheduler());
  }

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

  /// What the thread starts later begins with the ordinary policy.
  @Override
  public Optional<Errno> raise(int tid) {
    return scheduler.setAlone(tid, LOWEST_REAL_TIME);
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
