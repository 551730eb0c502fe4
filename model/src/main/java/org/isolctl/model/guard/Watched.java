package org.isolctl.model.guard;

import java.util.Optional;
import java.util.OptionalLong;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.thread.ThreadClass;
import org.isolctl.model.thread.ThreadClassifier;

/// What the guard remembers of one kernel thread.
///
/// @param forkNanos when the kernel made it, if its fork event was heard
/// @param mask what it had at the last look
/// @param before what it had before the guard first set it; empty while it never did
/// @param stat its text at the last look that read it; empty while only its mask was read
public record Watched(
    int tid,
    OptionalLong forkNanos,
    CpuSet mask,
    Optional<CpuSet> before,
    Optional<ThreadStat> stat,
    Standing standing,
    Effort effort) {
  /// The thread that makes all the others.
  public static final int KTHREADD = 2;

  /// A thread that was just met.
  static Watched first(int tid, OptionalLong forkNanos, CpuSet mask, long now) {
    return new Watched(
        tid,
        forkNanos,
        mask,
        Optional.empty(),
        Optional.empty(),
        Standing.RECHECKED,
        Effort.begun(now));
  }

  /// When it wants to be looked at again; empty for one that only the scans look at.
  public OptionalLong dueNanos() {
    return standing == Standing.RECHECKED
        ? OptionalLong.of(effort.dueNanos())
        : OptionalLong.empty();
  }

  /// Its name, empty while it was not read; never print it raw.
  public String comm() {
    return stat.map(ThreadStat::comm).orElse("");
  }

  /// Its class, where its text was read.
  public Optional<ThreadClass> threadClass() {
    return stat.map(it -> ThreadClassifier.classify(tid, it, mask));
  }

  /// Whether its mask was ever set by the guard.
  public boolean wasSet() {
    return before.isPresent();
  }

  /// Whether its creation is not finished: up to kernel 6.5 the creator gives it its name last
  /// (kernel/kthread.c, __kthread_create_on_node(), 6.1); later it has it from birth.
  static boolean isNascent(int tid, ThreadStat stat) {
    return tid != KTHREADD && stat.comm().equals("kthreadd");
  }

  Watched seen(CpuSet newMask, Optional<ThreadStat> newStat) {
    return new Watched(tid, forkNanos, newMask, before, newStat.or(() -> stat), standing, effort);
  }

  /// As if the guard had never set it.
  Watched asBorn(CpuSet former) {
    return new Watched(tid, forkNanos, former, Optional.empty(), stat, standing, effort);
  }

  Watched with(Standing newStanding, Effort newEffort) {
    return new Watched(tid, forkNanos, mask, before, stat, newStanding, newEffort);
  }

  Watched with(Standing newStanding) {
    return with(newStanding, effort);
  }

  Watched afterSet(CpuSet newMask, boolean nascent, long now) {
    return new Watched(
        tid,
        forkNanos,
        newMask,
        before.or(() -> Optional.of(mask)),
        stat,
        Standing.RECHECKED,
        effort.afterSet(nascent, now));
  }
}
