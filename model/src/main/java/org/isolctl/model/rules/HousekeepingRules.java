package org.isolctl.model.rules;

import static org.isolctl.model.rules.Effect.sets;
import static org.isolctl.model.rules.Evidence.measured;
import static org.isolctl.model.rules.Evidence.sourceOnly;
import static org.isolctl.model.rules.HousekeepingType.DOMAIN;
import static org.isolctl.model.rules.HousekeepingType.DOMAIN_BOOT;
import static org.isolctl.model.rules.HousekeepingType.KERNEL_NOISE;
import static org.isolctl.model.rules.HousekeepingType.KTHREAD;
import static org.isolctl.model.rules.HousekeepingType.MANAGED_IRQ;
import static org.isolctl.model.rules.HousekeepingType.MISC;
import static org.isolctl.model.rules.HousekeepingType.RCU;
import static org.isolctl.model.rules.HousekeepingType.TICK;
import static org.isolctl.model.rules.HousekeepingType.TIMER;
import static org.isolctl.model.rules.HousekeepingType.WQ;
import static org.isolctl.model.rules.RuleSubject.parameter;
import static org.isolctl.model.rules.Source.read;
import static org.isolctl.model.rules.VersionRange.between;
import static org.isolctl.model.rules.VersionRange.since;

import java.util.List;

/// Which housekeeping types each word sets.
final class HousekeepingRules {
  static final String DOMAIN_WORD = "isolcpus=domain";
  static final String NOHZ_WORD = "isolcpus=nohz";
  static final String MANAGED_IRQ_WORD = "isolcpus=managed_irq";
  static final String NOHZ_FULL = "nohz_full";

  private static final String FILE = "kernel/sched/isolation.c";
  private static final String NOT_BOOTED = "no kernel before 5.10 was booted";

  private HousekeepingRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "nohz-full-4.15",
            between("4.15", "4.17"),
            parameter(NOHZ_FULL),
            "nohz_full= stops the tick and keeps timers and RCU off its CPUs.",
            read(FILE, "4.15"),
            sourceOnly(NOT_BOOTED),
            sets(TICK, TIMER, RCU, MISC)),
        new Rule(
            "nohz-full-4.17",
            between("4.17", "5.9"),
            parameter(NOHZ_FULL),
            "nohz_full= stops the tick and keeps timers, RCU and unbound workqueues off its CPUs.",
            read(FILE, "4.15 no; 4.19, 5.8 yes"),
            sourceOnly("whether 4.17 or 4.18 began it was not read; " + NOT_BOOTED),
            sets(TICK, TIMER, RCU, MISC, WQ)),
        new Rule(
            "nohz-full-5.9",
            between("5.9", "6.14"),
            parameter(NOHZ_FULL),
            "nohz_full= stops the tick and keeps timers, RCU, unbound workqueues and kernel threads"
                + " off its CPUs; the scheduler still balances user tasks there.",
            read(FILE, "5.8 no; 5.9, 6.12, 6.13 yes"),
            measured("6.1, 6.12"),
            sets(TICK, TIMER, RCU, MISC, WQ, KTHREAD)),
        new Rule(
            "nohz-full-6.14",
            between("6.14", "7.1"),
            parameter(NOHZ_FULL),
            "nohz_full= keeps all kernel noise off its CPUs, one type for tick, timers, RCU and"
                + " workqueues. Kernel threads follow that type until 7.0.",
            read(FILE, "6.14, 6.18, 6.19, 7.0"),
            measured("6.16, 6.18, 6.19, 7.0"),
            sets(KERNEL_NOISE, TICK, TIMER, RCU, MISC, WQ, KTHREAD)),
        new Rule(
            "nohz-full-7.1",
            since("7.1"),
            parameter(NOHZ_FULL),
            "nohz_full= keeps kernel noise off its CPUs, but neither kernel threads nor unbound"
                + " workqueues.",
            read(FILE, "7.1, 7.3"),
            measured("7.1, 7.2, 7.3"),
            sets(KERNEL_NOISE, TICK, TIMER, RCU, MISC, WQ)),
        new Rule(
            "isolcpus-nohz-tick",
            between("4.15", "6.14"),
            parameter(NOHZ_WORD),
            "The flag nohz stops the tick and does nothing else.",
            read(FILE, "4.15, 6.12, 6.13"),
            measured("6.1, 6.12"),
            sets(TICK)),
        new Rule(
            "isolcpus-nohz-6.14",
            between("6.14", "7.1"),
            parameter(NOHZ_WORD),
            "The flag nohz does what nohz_full= does.",
            read(FILE, "6.14, 6.18, 7.0"),
            measured("6.16, 6.18, 6.19, 7.0"),
            sets(KERNEL_NOISE, TICK, TIMER, RCU, MISC, WQ, KTHREAD)),
        new Rule(
            "isolcpus-nohz-7.1",
            since("7.1"),
            parameter(NOHZ_WORD),
            "The flag nohz does what nohz_full= does.",
            read(FILE, "7.1, 7.3"),
            measured("7.1, 7.2, 7.3"),
            sets(KERNEL_NOISE, TICK, TIMER, RCU, MISC, WQ)),
        new Rule(
            "isolcpus-domain",
            between("4.15", "7.0"),
            parameter(DOMAIN_WORD),
            "isolcpus=, and its flag domain, take the CPUs out of all scheduler domains; kernel"
                + " threads keep their masks.",
            read(FILE, "4.15, 6.12, 6.19"),
            measured("5.10, 6.1, 6.12, 6.16, 6.18, 6.19"),
            sets(DOMAIN)),
        new Rule(
            "isolcpus-domain-7.0",
            between("7.0", "7.1"),
            parameter(DOMAIN_WORD),
            "isolcpus=, and its flag domain, take the CPUs out of all scheduler domains, and kernel"
                + " threads follow.",
            read(FILE, "7.0"),
            measured("7.0"),
            sets(DOMAIN, DOMAIN_BOOT)),
        new Rule(
            "isolcpus-domain-7.1",
            since("7.1"),
            parameter(DOMAIN_WORD),
            "isolcpus=, and its flag domain, take the CPUs out of all scheduler domains, and kernel"
                + " threads follow.",
            read(FILE, "7.1, 7.3"),
            measured("7.1, 7.2, 7.3"),
            sets(DOMAIN, DOMAIN_BOOT, KTHREAD)),
        new Rule(
            "isolcpus-managed-irq",
            since("5.6"),
            parameter(MANAGED_IRQ_WORD),
            "The flag managed_irq keeps interrupts that the kernel spreads itself off the CPUs, as"
                + " well as it can.",
            read(FILE, "5.4 no; 5.8, 6.12, 7.3 yes"),
            sourceOnly("5.6 is from memory; the effect on interrupts was not measured"),
            sets(MANAGED_IRQ)));
  }
}
