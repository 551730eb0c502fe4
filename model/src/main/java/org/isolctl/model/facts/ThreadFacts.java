package org.isolctl.model.facts;

import java.util.Optional;
import java.util.OptionalInt;
import org.isolctl.model.cpu.CpuSet;

/// One thread.
///
/// @param mask its affinity mask
/// @param stat its `/proc/TGID/task/TID/stat`
/// @param status its `/proc/TGID/task/TID/status`; read only where `stat` is not to be had, so
///   mostly empty
/// @param cgroup the path of its cgroup (of v2, where both are there) from
///   `/proc/TGID/task/TID/cgroup`; read only of user threads whose mask spans the CPUs of interest,
///   empty for the rest
public record ThreadFacts(
    int tid,
    int tgid,
    Reading<CpuSet> mask,
    Reading<ThreadStat> stat,
    Optional<ThreadStatus> status,
    Optional<Reading<String>> cgroup) {

  public ThreadFacts(int tid, int tgid, Reading<CpuSet> mask, Reading<ThreadStat> stat) {
    this(tid, tgid, mask, stat, Optional.empty(), Optional.empty());
  }

  /// Its name, from whichever file was read; never print it raw.
  public Optional<String> comm() {
    return stat instanceof Reading.Present<ThreadStat>(_, var it)
        ? Optional.of(it.comm())
        : status.map(ThreadStatus::comm);
  }

  /// Its parent, from whichever file was read.
  public OptionalInt ppid() {
    if (stat instanceof Reading.Present<ThreadStat>(_, var it)) {
      return OptionalInt.of(it.ppid());
    }
    return status.isPresent() ? OptionalInt.of(status.get().ppid()) : OptionalInt.empty();
  }

  /// Whether it is a kernel thread; empty where nothing that was read tells.
  public Optional<Boolean> kernelThread() {
    return stat instanceof Reading.Present<ThreadStat>(_, var it)
        ? Optional.of(it.isKernelThread())
        : status.flatMap(ThreadStatus::kernelThread);
  }

  /// Whether the kernel lets user space change its mask; empty without `stat`, whose flags alone
  /// tell.
  public Optional<Boolean> movable() {
    return stat instanceof Reading.Present<ThreadStat>(_, var it)
        ? Optional.of(it.isMovable())
        : Optional.empty();
  }
}
