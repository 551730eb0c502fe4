package org.isolctl.model.predict;

import java.util.Locale;

/// The stable names of everything that can be remarked about a boot line.
public enum DiagnosticCode {
  /// A flag of isolcpus= that this kernel does not know.
  FLAG_UNKNOWN,
  /// A flag with characters that make the kernel drop the option.
  FLAG_INVALID,
  /// A flag without the comma that the kernel wants after each.
  FLAG_WITHOUT_COMMA,
  /// `all` or `N` at the start of the list of isolcpus=, where they are taken for flags.
  KEYWORD_FIRST,
  /// `N` or `all` on a kernel that does not know them.
  KEYWORD_TOO_NEW,
  /// `a-b:used/group` on a kernel that does not know it.
  GROUP_TOO_NEW,
  /// A list that is no cpulist.
  LIST_INCORRECT,
  /// A list without a CPU.
  LIST_EMPTY,
  /// A CPU number that this machine cannot have.
  CPU_OUT_OF_RANGE,
  /// The lists of two options differ where they must be equal.
  LISTS_MUST_MATCH,
  /// A flag that an earlier option carried, on a kernel that then drops the later one.
  FLAG_REPEATED,
  /// A parameter that stands there twice, and only one counts.
  PARAMETER_REPEATED,
  /// nohz_full= and isolcpus= together leave no CPU.
  NO_CPU_FOR_BOTH,
  /// The list leaves no CPU for housekeeping.
  NO_HOUSEKEEPING_LEFT,
  /// No CPU that is left for housekeeping comes up at boot.
  BOOT_FAILS,
  /// The boot CPU is isolated, so that early kernel threads stay on it.
  BOOT_CPU_ISOLATED,
  /// The boot CPU keeps its tick.
  BOOT_CPU_KEEPS_TICK,
  /// The kernel is built without NO_HZ_FULL.
  NOHZ_UNSUPPORTED,
  /// The kernel is built without CPU_ISOLATION.
  ISOLATION_UNSUPPORTED,
  /// The kernel is built without RCU_NOCB_CPU.
  NOCB_UNSUPPORTED,
  /// A bad list that makes the kernel offload all CPUs.
  RCU_NOCBS_ALL,
  /// A CPU of nohz_full= that is not in rcu_nocbs=, where an old kernel needs it.
  NOHZ_FULL_NEEDS_RCU_NOCBS,
  /// A parameter that this kernel does not know.
  PARAMETER_UNKNOWN,
  /// A parameter that looks like a known one written wrongly.
  PARAMETER_MISSPELLED,
  /// A parameter without the value that it needs.
  VALUE_MISSING,
  /// A parameter behind `--`, where the kernel does not look.
  AFTER_DASHES,
  /// The boot CPU was added to irqaffinity=.
  BOOT_CPU_ADDED,
  /// irqaffinity= reaches isolated CPUs.
  IRQAFFINITY_REACHES_ISOLATED,
  /// Without irqaffinity= new interrupts reach isolated CPUs.
  IRQ_DEFAULT_REACHES_ISOLATED,
  /// A restriction of unbound workqueues that would leave no CPU and is skipped.
  UNBOUND_RESTRICTION_SKIPPED,
  /// The mask of unbound workqueues is empty.
  UNBOUND_MASK_EMPTY,
  /// isolcpus= does not move kernel threads on this kernel.
  KTHREADS_NOT_MOVED,
  /// nohz_full= on CPUs that are not isolated.
  NOHZ_FULL_WITHOUT_ISOLATION,
  /// RCU callbacks run on isolated CPUs.
  ISOLATED_WITHOUT_RCU_NOCBS,
  /// A core is split between isolated and housekeeping CPUs.
  SMT_SIBLING_OUTSIDE,
  /// The boot line limits the CPUs.
  CPUS_LIMITED,
  /// nohz=off keeps the tick everywhere.
  NOHZ_OFF,
  /// The lockup detectors are off.
  WATCHDOG_OFF,
  /// The NMI watchdog is off, or on.
  NMI_WATCHDOG,
  /// Ticks are staggered.
  SKEW_TICK,
  /// The clock source watchdog is off.
  TSC_WATCHDOG_OFF,
  /// Polling or interrupts for corrected machine errors are off.
  MCE_QUIET,
  /// rcuo threads poll.
  RCU_NOCB_POLL,
  /// systemd, not the kernel, reads it.
  SYSTEMD_CPU_AFFINITY,
  /// tuned, not the kernel, reads it.
  TUNED_NON_ISOLCPUS;

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The word of the output, for instance `flag-unknown`.
  public String label() {
    return label;
  }
}
