package org.isolctl.model.thread;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading.Present;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;

/// Tells the class of a thread: by flags first, then by its mask, and by its name only where the
/// kernel leaves no other mark, since anybody can rename a thread.
public final class ThreadClassifier {
  private ThreadClassifier() {}

  /// The class of a thread, or empty where too little of it was read to tell.
  ///
  /// A capture that holds no flags leaves the mask and the name to go by, but always says whether
  /// it is a kernel thread: a user thread that calls itself `kworker/2:1` deceives nobody.
  public static Optional<ThreadClass> classify(ThreadFacts thread, CpuSet mask) {
    if (thread.stat() instanceof Present<ThreadStat>(_, var stat)) {
      return Optional.of(classify(thread.tid(), stat, mask));
    }
    return thread
        .status()
        .flatMap(status ->
            status
                .kernelThread()
                .map(kernel ->
                    kernel
                        ? withoutFlags(thread.tid(), status.comm(), mask)
                        : userClass(thread.tid())));
  }

  /// The class of the thread `tid` whose flags are known.
  public static ThreadClass classify(int tid, ThreadStat stat, CpuSet mask) {
    if (!stat.isKernelThread()) {
      return userClass(tid);
    }
    if (tid == 2) {
      return ThreadClass.KTHREADD;
    }
    // Set on workers and rescuers alike (kernel/workqueue.c, set_pf_worker()).
    if ((stat.flags() & ThreadStat.PF_WQ_WORKER) != 0) {
      return worker(stat.comm());
    }
    // Flagged from 6.19 on and maybe on one CPU, yet it moves with its interrupt.
    if (isIrqThread(stat.comm())) {
      return ThreadClass.IRQ_THREAD;
    }
    if (!stat.isMovable() && mask.size() == 1) {
      return ThreadClass.PER_CPU_KTHREAD;
    }
    return byName(stat.comm());
  }

  private static ThreadClass userClass(int tid) {
    return tid == 1 ? ThreadClass.INIT : ThreadClass.USER;
  }

  private static ThreadClass withoutFlags(int tid, String comm, CpuSet mask) {
    if (tid == 2) {
      return ThreadClass.KTHREADD;
    }
    if (comm.startsWith("kworker/")) {
      return worker(comm);
    }
    if (isIrqThread(comm)) {
      return ThreadClass.IRQ_THREAD;
    }
    if (mask.size() == 1 && comm.endsWith("/" + mask.first()) && !comm.startsWith("rcuo")) {
      return ThreadClass.PER_CPU_KTHREAD;
    }
    return byName(comm);
  }

  private static ThreadClass worker(String comm) {
    if (!comm.startsWith("kworker/") || comm.startsWith("kworker/R-")) {
      return ThreadClass.RESCUER;
    }
    return comm.startsWith("kworker/u") ? ThreadClass.UNBOUND_KWORKER : ThreadClass.BOUND_KWORKER;
  }

  private static ThreadClass byName(String comm) {
    if (numbered(comm, "kswapd") || numbered(comm, "kcompactd")) {
      return ThreadClass.NODE_KTHREAD;
    }
    if (numbered(comm, "rcuog/") || numbered(comm, "rcuop/") || numbered(comm, "rcuos/")) {
      return ThreadClass.RCUO;
    }
    return switch (comm) {
      case "rcu_preempt", "rcu_sched", "rcu_bh" -> ThreadClass.RCU_GP;
      default -> ThreadClass.KTHREAD;
    };
  }

  private static boolean isIrqThread(String comm) {
    return comm.startsWith("irq/") && comm.length() > 4 && Character.isDigit(comm.charAt(4));
  }

  private static boolean numbered(String comm, String prefix) {
    return comm.length() > prefix.length()
        && comm.startsWith(prefix)
        && comm.chars().skip(prefix.length()).allMatch(c -> c >= '0' && c <= '9');
  }
}
