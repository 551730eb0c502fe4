package org.isolctl.app.guard;

import java.util.Optional;
import org.isolctl.host.kthreads.KernelThreads;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;

/// A machine without kernel threads: nobody is there but who asks, thread 0.
record NoThreads(KernelThreads kernel) implements Threads {
  private static final Errno GONE = new Errno(Errno.ESRCH);

  @Override
  public AffinityResult mask(int tid) {
    return tid == 0 ? kernel.mask(0) : new AffinityResult.Refused(GONE);
  }

  @Override
  public AffinityResult set(int tid, CpuSet mask) {
    return tid == 0 ? kernel.set(0, mask) : new AffinityResult.Refused(GONE);
  }

  @Override
  public Narrowing narrow(int tid, CpuSet away) {
    return tid == 0 ? kernel.narrow(0, away) : new Narrowing.Unknown(GONE);
  }

  @Override
  public Optional<Errno> raise(int tid) {
    return Optional.empty();
  }

  @Override
  public Reading<ThreadStat> stat(int tid) {
    return kernel.stat(tid);
  }

  @Override
  public Reading<int[]> children() {
    return Reading.present("nowhere", new int[0]);
  }
}
