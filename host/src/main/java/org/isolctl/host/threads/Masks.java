package org.isolctl.host.threads;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;

/// Where a thread's mask is asked for before any text is read.
public interface Masks {
  /// The mask of a thread by `sched_getaffinity(2)`, or what was recorded of that call; absent for
  /// a thread that is gone, and for every thread of a source that knows no system calls.
  Reading<CpuSet> mask(int tid);

  /// Whether an absent mask means that the thread is gone, and not that nothing was recorded.
  boolean areCalls();

  /// The masks of a machine of which only files are left.
  Masks NONE =
      new Masks() {
        @Override
        public Reading<CpuSet> mask(int tid) {
          return Reading.absent(source(tid));
        }

        @Override
        public boolean areCalls() {
          return false;
        }
      };

  static String source(int tid) {
    return "sched_getaffinity(" + tid + ")";
  }
}
