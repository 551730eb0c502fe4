package org.isolctl.host.linux;

import org.isolctl.host.linux.ffm.NativeAffinity;
import org.isolctl.model.cpu.CpuSet;

/// The affinity masks of threads on the running kernel, for any number of CPUs.
///
/// Not thread-safe; keep one for each thread that asks.
public final class Affinity {
  private final NativeAffinity kernel;

  /// Makes ready to ask; the native code is linked by the first of them in a process.
  ///
  /// @throws UnsupportedOperationException on an architecture whose system calls are not known
  public Affinity() {
    kernel = new NativeAffinity();
  }

  /// `sched_getaffinity(2)`: the mask without CPUs that are offline now.
  ///
  /// @param tid the thread, 0 for the caller
  public AffinityResult get(int tid) {
    int error = kernel.get(tid);
    return error == 0
        ? new AffinityResult.Mask(CpuSet.ofWords(kernel.words()))
        : new AffinityResult.Refused(new Errno(error));
  }

  /// `sched_setaffinity(2)` alone.
  ///
  /// @param tid the thread, 0 for the caller
  /// @return 0, or the error number
  public int put(int tid, CpuSet mask) {
    return kernel.set(tid, mask.toWords());
  }

  /// `sched_setaffinity(2)`, and then the mask read back.
  ///
  /// @param tid the thread, 0 for the caller
  public AffinityResult set(int tid, CpuSet mask) {
    int error = put(tid, mask);
    return error == 0 ? get(tid) : new AffinityResult.Refused(new Errno(error));
  }
}
