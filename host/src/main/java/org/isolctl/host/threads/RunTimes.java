package org.isolctl.host.threads;

import java.util.OptionalLong;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;

/// How long threads have run.
final class RunTimes {
  /// The kernel gives times to user space in ticks of 1/100 s on every architecture but alpha
  /// (USER_HZ, include/asm-generic/param.h).
  private static final long NANOS_OF_TICK = 10_000_000;

  private final TaskFiles tasks;

  RunTimes(MachineFiles files) {
    tasks = new TaskFiles(files);
  }

  /// In nanoseconds; by ticks where the kernel keeps no `schedstat` (CONFIG_SCHED_INFO). Empty for
  /// a thread that is gone.
  OptionalLong nanos(int tgid, int tid) {
    if (tasks.runNanos(tgid, tid) instanceof Reading.Present<Long>(_, var nanos)) {
      return OptionalLong.of(nanos);
    }
    return tasks.stat(tgid, tid) instanceof Reading.Present<StatParser.Parsed>(_, var parsed)
        ? OptionalLong.of(parsed.stat().cpuTicks() * NANOS_OF_TICK)
        : OptionalLong.empty();
  }

  Reading<ThreadStat> stat(int tgid, int tid) {
    return tasks.stat(tgid, tid).parse(StatParser.Parsed::stat);
  }
}
