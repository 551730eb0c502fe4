package org.isolctl.model.rules;

import static org.isolctl.model.rules.Effect.explains;
import static org.isolctl.model.rules.Effect.switches;
import static org.isolctl.model.rules.Evidence.measured;
import static org.isolctl.model.rules.Evidence.sourceOnly;
import static org.isolctl.model.rules.RuleSubject.parameter;
import static org.isolctl.model.rules.Source.read;
import static org.isolctl.model.rules.VersionRange.between;
import static org.isolctl.model.rules.VersionRange.since;

import java.util.List;

/// What kernels make of the other words that bear on isolation.
public final class ParameterRules {
  public static final Rule TICK_LEAVES_BOOT_CPU =
      new Rule(
          "nohz-full-boot-cpu-cleared",
          between("3.10", "5.2"),
          parameter("nohz_full"),
          "The boot CPU keeps its tick.",
          read("kernel/time/tick-sched.c", "3.10, 5.0"),
          sourceOnly("no kernel before 5.10 was booted"),
          switches());
  public static final Rule TICK_LEAVES_BOOT_CPU_FOR_SLEEP =
      new Rule(
          "nohz-full-boot-cpu-cleared-for-sleep",
          since("5.2"),
          parameter("nohz_full"),
          "The boot CPU keeps its tick where the machine can suspend only on it (PM_SLEEP_SMP, as"
              + " on x86); it stays out of housekeeping all the same.",
          read("kernel/time/tick-sched.c", "5.4, 6.12"),
          measured("6.1, 6.12, 6.19"),
          switches());
  public static final Rule NOHZ_FULL_NEEDS_NOCBS =
      new Rule(
          "nohz-full-needs-rcu-nocbs",
          between("3.10", "4.0"),
          parameter("nohz_full"),
          "A CPU that is not in rcu_nocbs= is taken out of nohz_full=.",
          read("kernel/time/tick-sched.c", "3.10"),
          sourceOnly("that it ends before 4.0 is from memory; no kernel before 5.10 was booted"),
          switches());
  public static final Rule NOHZ_FULL_IMPLIES_NOCBS =
      new Rule(
          "nohz-full-implies-rcu-nocbs",
          since("4.0"),
          parameter("nohz_full"),
          "The CPUs of nohz_full= are offloaded from RCU callbacks as if rcu_nocbs= named them.",
          read("kernel/rcu/tree_nocb.h", "6.12, 7.3"),
          measured("6.1, 6.12, 7.3"),
          switches());
  public static final Rule RCU_NOCBS_BAD_MEANS_ALL =
      new Rule(
          "rcu-nocbs-bad-list-means-all",
          since("5.10"),
          parameter("rcu_nocbs"),
          "A bad list offloads all CPUs.",
          read("kernel/rcu/tree_plugin.h", "3.10 no; 5.10, 6.12 yes"),
          measured("6.1, 6.12"),
          switches());
  public static final Rule RCU_NOCBS_WITHOUT_LIST =
      new Rule(
          "rcu-nocbs-without-list",
          since("5.17"),
          parameter("rcu_nocbs"),
          "rcu_nocbs without a list, or with an empty one, offloads no CPU yet, but the rcuo"
              + " threads of all CPUs are made, so that it can be done later.",
          read("kernel/rcu/tree_nocb.h", "6.1, 6.12; its change is in the merge of RCU for 5.17"),
          measured("6.1, 6.12, 6.16, 6.18, 6.19, 7.0, 7.1, 7.2, 7.3"),
          switches());
  public static final Rule IRQAFFINITY =
      new Rule(
          "irqaffinity-adds-boot-cpu",
          since("4.7"),
          parameter("irqaffinity"),
          "irqaffinity= is the mask of interrupts that are set up later, managed ones left out; the"
              + " boot CPU is always added, and items before an error count.",
          read("kernel/irq/irqdesc.c", "3.10, 4.4 no; 4.12 yes"),
          measured("5.10, 6.1, 6.12, 7.3"),
          switches());
  public static final Rule USER_MASK_KEPT =
      new Rule(
          "user-mask-kept",
          since("6.2"),
          parameter("sched_setaffinity"),
          "A mask that user space set is remembered and cut into what the kernel sets later;"
              + " children inherit it, so that a mask on kthreadd steers new kernel threads.",
          read("kernel/sched/core.c", "5.19 no; 6.2, 6.12 yes"),
          measured("5.10, 6.1 no; 6.12, 6.16, 6.18, 6.19, 7.0, 7.1, 7.2, 7.3 yes"),
          explains());
  public static final Rule POSSIBLE_CPUS_ONLY_LOWERS =
      new Rule(
          "possible-cpus-only-lowers",
          since("6.9"),
          parameter("possible_cpus"),
          "possible_cpus= can only lower the number of CPUs; before, it set it.",
          read("arch/x86/kernel/cpu/topology.c", "from memory: 6.9"),
          sourceOnly("from memory; not booted"),
          switches());

  private ParameterRules() {}

  static List<Rule> all() {
    return List.of(
        TICK_LEAVES_BOOT_CPU,
        TICK_LEAVES_BOOT_CPU_FOR_SLEEP,
        NOHZ_FULL_NEEDS_NOCBS,
        NOHZ_FULL_IMPLIES_NOCBS,
        RCU_NOCBS_BAD_MEANS_ALL,
        RCU_NOCBS_WITHOUT_LIST,
        IRQAFFINITY,
        POSSIBLE_CPUS_ONLY_LOWERS,
        new Rule(
            "kthread-cpus-never",
            since("3.10"),
            parameter("kthread_cpus"),
            "kthread_cpus= was never merged: no kernel.org kernel knows it.",
            read("kernel/kthread.c", "every tree from 3.10 to 7.3: absent"),
            sourceOnly("there is nothing to see"),
            explains()),
        new Rule(
            "partition-recomputes-kthreads",
            since("7.0"),
            parameter("cpuset.cpus.partition"),
            "Creating or dissolving an isolated partition gives every unbound kernel thread its"
                + " mask anew; before, a thread made afterwards got the boot-time mask.",
            read("kernel/kthread.c", "7.0, 7.3"),
            measured("7.0, 7.1, 7.2, 7.3"),
            explains()),
        USER_MASK_KEPT);
  }
}
