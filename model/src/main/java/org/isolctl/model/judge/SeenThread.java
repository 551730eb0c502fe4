package org.isolctl.model.judge;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading.Present;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.facts.ThreadStatus;
import org.isolctl.model.thread.ThreadClass;
import org.isolctl.model.thread.ThreadClassifier;

/// A thread of which enough was read to judge it.
///
/// @param comm raw, as the kernel has it
/// @param state one letter, `R` for runnable
/// @param movable whether the kernel lets user space change its mask; empty where its flags were
///   not read
/// @param lastCpu where it last ran; empty where that was not read
/// @param residence how its mask lies to the isolated CPUs
public record SeenThread(
    int tid,
    int tgid,
    String comm,
    char state,
    OptionalInt ppid,
    ThreadClass threadClass,
    CpuSet mask,
    Optional<Boolean> movable,
    OptionalInt lastCpu,
    Residence residence,
    List<String> readings) {

  /// The thread, or empty where its mask or its class is not known: a gap says which.
  static Optional<SeenThread> of(ThreadFacts thread, CpuSet isolated, CpuSet visible) {
    if (!(thread.mask() instanceof Present<CpuSet>(var maskSource, var mask))) {
      return Optional.empty();
    }
    return ThreadClassifier.classify(thread, mask)
        .map(threadClass -> {
          var stat = thread.stat().toOptional();
          return new SeenThread(
              thread.tid(),
              thread.tgid(),
              thread.comm().orElse(""),
              stat.map(ThreadStat::state)
                  .or(() -> thread.status().map(ThreadStatus::state))
                  .orElse('?'),
              thread.ppid(),
              threadClass,
              mask,
              movable(threadClass, stat),
              stat.map(ThreadStat::lastCpu).filter(cpu -> cpu >= 0).stream()
                  .mapToInt(Integer::intValue)
                  .findFirst(),
              Residence.of(mask, threadClass, isolated, visible),
              List.of(maskSource, thread.stat().source()));
        });
  }

  private static Optional<Boolean> movable(ThreadClass threadClass, Optional<ThreadStat> stat) {
    return switch (threadClass) {
      // It takes its interrupt's mask again whenever that changes, flagged or not.
      case IRQ_THREAD -> Optional.of(false);
      // Flagged in every version: kernel/workqueue.c, kernel/smpboot.c.
      case BOUND_KWORKER, UNBOUND_KWORKER, RESCUER, PER_CPU_KTHREAD -> Optional.of(false);
      case USER, INIT -> Optional.of(stat.map(ThreadStat::isMovable).orElse(true));
      case KTHREADD, KTHREAD, NODE_KTHREAD, RCU_GP, RCUO -> stat.map(ThreadStat::isMovable);
    };
  }

  /// Whether it is a kernel thread.
  public boolean isKernelThread() {
    return switch (threadClass) {
      case INIT, USER -> false;
      case KTHREADD,
          KTHREAD,
          NODE_KTHREAD,
          RCU_GP,
          RCUO,
          PER_CPU_KTHREAD,
          BOUND_KWORKER,
          UNBOUND_KWORKER,
          RESCUER,
          IRQ_THREAD ->
          true;
    };
  }
}
