package org.isolctl.model.rules;

import java.util.Locale;

/// The kinds of kernel housekeeping that boot words keep off CPUs (`HK_TYPE_*` of
/// include/linux/sched/isolation.h; `HK_FLAG_*` before 5.18). From 6.14 on, several are other names
/// of `KERNEL_NOISE`.
public enum HousekeepingType {
  DOMAIN,
  DOMAIN_BOOT,
  MANAGED_IRQ,
  KERNEL_NOISE,
  TICK,
  TIMER,
  RCU,
  MISC,
  WQ,
  KTHREAD;

  /// The word of the output, for instance `managed_irq`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
