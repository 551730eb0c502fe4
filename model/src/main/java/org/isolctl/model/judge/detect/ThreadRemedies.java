package org.isolctl.model.judge.detect;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Lasting;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.SeenThread;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.thread.ThreadClass;

/// What mends a stray thread, now and for good.
final class ThreadRemedies {
  private ThreadRemedies() {}

  static Remedy of(Situation situation, SeenThread thread, Cause cause) {
    var threadClass = thread.threadClass();
    var mask = thread.mask();
    return switch (threadClass) {
      case UNBOUND_KWORKER ->
          ThreadStrays.isLeftBehind(situation, thread)
              ? Remedy.none(
                  "the kernel refuses another mask for it (PF_NO_SETAFFINITY); a worker that is"
                      + " made later has the right one")
              : workqueue(situation);
      case RESCUER -> rescuer(situation, cause);
      case IRQ_THREAD ->
          Remedy.nowOnly(
              "write the mask of its interrupt; see the finding irq-stray",
              "the thread takes its interrupt's mask again whenever that changes");
      case PER_CPU_KTHREAD, BOUND_KWORKER ->
          Remedy.none("the kernel binds it and refuses another mask");
      case INIT, USER -> user(situation, mask);
      case KTHREADD, KTHREAD, NODE_KTHREAD, RCU_GP, RCUO ->
          thread.movable().orElse(true)
              ? kthread(situation, threadClass, mask)
              : Remedy.none("the kernel refuses another mask for it (PF_NO_SETAFFINITY)");
    };
  }

  private static Remedy kthread(Situation situation, ThreadClass threadClass, CpuSet mask) {
    var outlook = situation.outlook();
    var lasting =
        threadClass == ThreadClass.NODE_KTHREAD
            ? outlook.lastingForNodeKthreads()
            : outlook.lastingForKthreads();
    return new Remedy(
        Optional.of(affinity(situation, mask)),
        lasting.map(Lasting::text),
        lasting.isPresent()
            ? Optional.empty()
            : Optional.of("what this kernel does by itself is not known"));
  }

  private static Remedy workqueue(Situation situation) {
    return new Remedy(
        Optional.of(
            "write " + situation.housekeepingMask() + " to /sys/devices/virtual/workqueue/cpumask"),
        situation.outlook().lastingForWorkqueues().map(Lasting::text),
        Optional.empty());
  }

  private static Remedy rescuer(Situation situation, Cause cause) {
    if (cause == Cause.WORKQUEUE_MASK) {
      return workqueue(situation);
    }
    return Remedy.none(
        "the kernel refuses another mask for a rescuer (PF_NO_SETAFFINITY); from 6.19 on all"
            + " rescuers follow the mask of unbound workqueues");
  }

  private static Remedy user(Situation situation, CpuSet mask) {
    return Remedy.of(
        affinity(situation, mask),
        "start it with CPUAffinity="
            + situation.housekeeping()
            + " in its unit, or under taskset -c "
            + situation.housekeeping());
  }

  private static String affinity(Situation situation, CpuSet mask) {
    var left = situation.cut(mask).minus(situation.isolated());
    return "sched_setaffinity " + (left.isEmpty() ? situation.housekeeping() : left);
  }
}
