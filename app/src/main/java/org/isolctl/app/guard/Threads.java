package org.isolctl.app.guard;

import java.util.Optional;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;

/// The kernel threads as the guard needs them: those of the machine, or of a test.
interface Threads {
  AffinityResult mask(int tid);

  /// Sets a mask and reads it back.
  AffinityResult set(int tid, CpuSet mask);

  /// Takes CPUs out of a mask that has them and others, as quickly as can be.
  Narrowing narrow(int tid, CpuSet away);

  /// Gives a thread of this process the lowest real-time priority.
  ///
  /// @return the error, empty when it was taken
  Optional<Errno> raise(int tid);

  /// Absent when the thread has ended.
  Reading<ThreadStat> stat(int tid);

  /// Every child of kthreadd.
  Reading<int[]> children();
}
