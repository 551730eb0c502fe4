package org.isolctl.model.kernelpatch;

/// The files of a kernel tree that the semantic patches read, by their path from its top.
/// Coccinelle compares these very texts (`depends on file in`), so no `./` may stand before them.
public final class TreeFile {
  public static final String MAKEFILE = "Makefile";
  public static final String CPUMASK_H = "include/linux/cpumask.h";
  public static final String CPU_C = "kernel/cpu.c";
  public static final String KTHREAD_C = "kernel/kthread.c";
  public static final String SCHED_CORE_C = "kernel/sched/core.c";

  /// Since 4.15.
  public static final String ISOLATION_C = "kernel/sched/isolation.c";

  public static final String WORKQUEUE_C = "kernel/workqueue.c";
  public static final String VMSCAN_C = "mm/vmscan.c";
  public static final String COMPACTION_C = "mm/compaction.c";

  private TreeFile() {}
}
