package org.isolctl.host.linux;

import org.isolctl.host.linux.ffm.NativeAffinity;
import org.isolctl.model.cpu.CpuSet;

/// The affinity masks of threads on the running kernel, for any number of CPUs.
///
/// Not thread-safe; keep one for each thread that asks.
public final class Affinity {
  private final NativeAffinity kernel;
  private CpuSet lastAway = CpuSet.empty();
  private long[] awayWords = new long[0];

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

  /// Takes CPUs out of the mask of a thread that has them and others, in two system calls and as
  /// little as can be between them: there is none that compares and sets, so that what somebody
  /// else sets between the two is lost.
  ///
  /// @param tid the thread, 0 for the caller
  public Narrowing narrow(int tid, CpuSet away) {
    if (!away.equals(lastAway)) {
      lastAway = away;
      awayWords = away.toWords();
    }
    int result = kernel.narrow(tid, awayWords);
    if (result > 0) {
      return new Narrowing.Unknown(new Errno(result));
    }
    var former = CpuSet.ofWords(kernel.words());
    return result == 0 ? new Narrowing.Narrowed(former) : new Narrowing.Left(former);
  }

  /// `sched_setaffinity(2)`, and then the mask read back.
  ///
  /// @param tid the thread, 0 for the caller
  public AffinityResult set(int tid, CpuSet mask) {
    int error = put(tid, mask);
    return error == 0 ? get(tid) : new AffinityResult.Refused(new Errno(error));
  }
}
