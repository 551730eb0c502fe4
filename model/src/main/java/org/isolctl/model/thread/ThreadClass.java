package org.isolctl.model.thread;

/// The classes of threads whose masks a kernel makes by the same rule.
public enum ThreadClass {
  /// Process 1.
  INIT("init"),
  /// Process 2, the parent of all kernel threads.
  KTHREADD("kthreadd"),
  /// A kernel thread that asked for nothing special.
  KTHREAD("kthread"),
  /// `kswapdN`, `kcompactdN`: one per NUMA node.
  NODE_KTHREAD("node-kthread"),
  /// `rcu_preempt`, `rcu_sched`: drive the grace periods.
  RCU_GP("rcu-gp"),
  /// `rcuog/N`, `rcuop/N`, `rcuos/N`: run the callbacks of an offloaded CPU; not bound to it.
  RCUO("rcuo"),
  /// Bound to one CPU for good: `ksoftirqd/N`, `migration/N`, `cpuhp/N` and the like.
  PER_CPU_KTHREAD("per-cpu-kthread"),
  /// `kworker/N:M`: works off what was queued on its CPU.
  BOUND_KWORKER("bound-kworker"),
  /// `kworker/uN:M`: follows the masks of unbound workqueues.
  UNBOUND_KWORKER("unbound-kworker"),
  /// Steps in for a workqueue when memory is short.
  RESCUER("rescuer"),
  /// `irq/N-name`: follows its interrupt.
  IRQ_THREAD("irq-thread"),
  /// Anything that is no kernel thread, process 1 left out.
  USER("user");

  private final String label;

  ThreadClass(String label) {
    this.label = label;
  }

  /// The word of the output, for instance `unbound-kworker`.
  public String label() {
    return label;
  }
}
