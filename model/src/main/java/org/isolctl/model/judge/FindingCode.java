package org.isolctl.model.judge;

/// The closed family of findings; each has a page in docs/findings, named by its label.
public enum FindingCode {
  KTHREAD_STRAY("kthread-stray"),
  WORKQUEUE_STRAY("workqueue-stray"),
  IRQ_STRAY("irq-stray"),
  IRQ_DEFAULT_REACHES("irq-default-reaches"),
  USER_STRAY("user-stray"),
  PILE_UP("pile-up"),
  PER_CPU_KTHREAD("per-cpu-kthread"),
  SMT_SIBLING_SHARED("smt-sibling-shared"),
  TICK_NOT_STOPPED("tick-not-stopped"),
  RCU_NOT_OFFLOADED("rcu-not-offloaded"),
  IRQBALANCE_UNAWARE("irqbalance-unaware"),
  RPS_REACHES("rps-reaches"),
  WATCHDOG_REACHES("watchdog-reaches"),
  PARTITION_INVALID("partition-invalid"),
  BOOT_WORD_IGNORED("boot-word-ignored"),
  PREDICTION_DIFFERS("prediction-differs"),
  KERNEL_PATCHED("kernel-patched");

  private final String label;

  FindingCode(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
