package org.isolctl.model.rules;

import static org.isolctl.model.rules.Effect.explains;
import static org.isolctl.model.rules.Effect.mask;
import static org.isolctl.model.rules.Evidence.measured;
import static org.isolctl.model.rules.Evidence.sourceOnly;
import static org.isolctl.model.rules.HousekeepingType.DOMAIN;
import static org.isolctl.model.rules.HousekeepingType.KTHREAD;
import static org.isolctl.model.rules.HousekeepingType.RCU;
import static org.isolctl.model.rules.RuleSubject.threads;
import static org.isolctl.model.rules.Source.read;
import static org.isolctl.model.rules.VersionRange.between;
import static org.isolctl.model.rules.VersionRange.since;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.thread.ThreadClass;

/// The masks that kernels give to process 1 and to kernel threads outside workqueues.
final class ThreadRules {
  private static final String TREES = "3.10, 5.8, 5.9, 5.15, 5.17, 6.12, 6.14, 6.18, 7.0, 7.3";
  private static final String ALL_BOOTED = "5.10, 6.1, 6.12, 6.16, 6.18, 6.19, 7.0, 7.1, 7.2, 7.3";
  private static final String NOT_BOOTED = "no kernel before 5.10 was booted";

  private ThreadRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "init-isolcpus-map",
            between("3.10", "4.15"),
            threads(ThreadClass.INIT),
            "Process 1, and so all that it starts, gets the possible CPUs without those of"
                + " isolcpus=; where that leaves none, the boot CPU.",
            read("kernel/sched/core.c", "3.10, 4.4"),
            sourceOnly(NOT_BOOTED),
            mask((kernel, _) -> withoutIsolated(kernel))),
        new Rule(
            "init-domain",
            since("4.15"),
            threads(ThreadClass.INIT),
            "Process 1, and so all that it starts, gets the CPUs that isolcpus=domain leaves;"
                + " nohz_full= does not touch it.",
            read("kernel/sched/core.c", "4.15, 6.12, 7.3"),
            measured(ALL_BOOTED),
            mask((kernel, _) -> kernel.housekeeping(DOMAIN), DOMAIN)),
        new Rule(
            "kthreadd-all",
            between("3.10", "5.9"),
            threads(ThreadClass.KTHREADD),
            "kthreadd sets itself to all CPUs when it starts.",
            read("kernel/kthread.c", "3.10, 5.8"),
            sourceOnly(NOT_BOOTED),
            mask((kernel, _) -> kernel.kthreads())),
        new Rule(
            "kthreadd-housekeeping",
            between("5.9", "7.0"),
            threads(ThreadClass.KTHREADD),
            "kthreadd sets itself to the CPUs that nohz_full= leaves; as it starts before the other"
                + " CPUs, a set without the boot CPU is refused and it stays on that CPU.",
            read("kernel/kthread.c", TREES),
            measured("5.10, 6.1, 6.12, 6.16, 6.18, 6.19"),
            mask((kernel, _) -> kernel.setEarly(kernel.kthreads()), KTHREAD)),
        new Rule(
            "kthreadd-domain",
            since("7.0"),
            threads(ThreadClass.KTHREADD),
            "kthreadd gets the CPUs that isolcpus=domain leaves; as it starts before the other"
                + " CPUs, a set without the boot CPU is refused and it stays on that CPU.",
            read("kernel/kthread.c", "7.0, 7.3"),
            measured("7.0, 7.1, 7.2, 7.3"),
            mask((kernel, _) -> kernel.setEarly(kernel.housekeeping(DOMAIN)), DOMAIN)),
        new Rule(
            "kthread-all",
            between("3.10", "5.9"),
            threads(ThreadClass.KTHREAD),
            "Every new kernel thread is set to all CPUs by its creator; no boot word changes that.",
            read("kernel/kthread.c", "3.10, 5.8"),
            sourceOnly(NOT_BOOTED),
            mask((kernel, _) -> kernel.kthreads())),
        new Rule(
            "kthread-housekeeping",
            between("5.9", "6.14"),
            threads(ThreadClass.KTHREAD),
            "Every new kernel thread gets the CPUs that nohz_full= leaves; isolcpus= does not move"
                + " it, whatever its flags.",
            read("kernel/kthread.c", TREES),
            measured("5.10, 6.1, 6.12"),
            mask((kernel, _) -> kernel.kthreads(), KTHREAD)),
        new Rule(
            "kthread-noise",
            between("6.14", "7.0"),
            threads(ThreadClass.KTHREAD),
            "A kernel thread sets itself to the CPUs that nohz_full= or isolcpus=nohz leaves, right"
                + " after it first wakes up; without these words it keeps the mask of kthreadd.",
            read("kernel/kthread.c", "6.14, 6.18, 6.19"),
            measured("6.16, 6.18, 6.19"),
            mask((kernel, _) -> kernel.kthreads(), KTHREAD)),
        new Rule(
            "kthread-domain",
            since("7.0"),
            threads(ThreadClass.KTHREAD),
            "A kernel thread gets the CPUs that isolcpus=domain and isolated partitions leave, and"
                + " follows them when partitions change; nohz_full= alone no longer moves it.",
            read("kernel/kthread.c", "7.0, 7.3"),
            measured("7.0, 7.1, 7.2, 7.3"),
            mask((kernel, _) -> kernel.housekeeping(DOMAIN), DOMAIN)),
        new Rule(
            "node-kthread-node",
            between("3.10", "6.14"),
            threads(ThreadClass.NODE_KTHREAD),
            "kswapd and kcompactd get the online CPUs of their node, whatever is isolated.",
            read("mm/vmscan.c", "3.10, 4.15, 6.12"),
            measured("6.12"),
            mask((kernel, node) -> node.isEmpty() ? kernel.kthreads() : node, KTHREAD)),
        new Rule(
            "node-kthread-noise",
            between("6.14", "7.0"),
            threads(ThreadClass.NODE_KTHREAD),
            "A kernel thread of a node gets the CPUs of the node that nohz_full= leaves, or all"
                + " that it leaves where the node has none of them.",
            read("kernel/kthread.c", "6.14, 6.18, 6.19"),
            measured("6.16"),
            mask((kernel, node) -> preferred(node, kernel.kthreads()), KTHREAD)),
        new Rule(
            "node-kthread-domain",
            since("7.0"),
            threads(ThreadClass.NODE_KTHREAD),
            "A kernel thread of a node gets the CPUs of the node that isolcpus=domain leaves, or"
                + " all that it leaves where the node has none of them.",
            read("kernel/kthread.c", "7.0, 7.3"),
            measured("7.3"),
            mask((kernel, node) -> preferred(node, kernel.housekeeping(DOMAIN)), DOMAIN)),
        new Rule(
            "rcu-gp-all",
            between("3.10", "3.12"),
            threads(ThreadClass.RCU_GP),
            "The grace-period threads of RCU are ordinary kernel threads.",
            read("kernel/rcutree.c", "3.10"),
            sourceOnly(NOT_BOOTED),
            mask((kernel, _) -> kernel.setEarly(kernel.kthreads()))),
        new Rule(
            "rcu-gp-nohz-full-map",
            between("3.12", "4.15"),
            threads(ThreadClass.RCU_GP),
            "The grace-period threads of RCU keep off the CPUs of nohz_full=.",
            read("kernel/rcu/tree_plugin.h", "4.4"),
            sourceOnly(NOT_BOOTED + "; 3.12 is from memory"),
            mask((kernel, _) ->
                kernel.nohzFull().isEmpty()
                    ? kernel.setEarly(kernel.kthreads())
                    : kernel.possible().minus(kernel.nohzFull()))),
        new Rule(
            "rcu-gp-kthread-mask",
            between("4.15", "7.0"),
            threads(ThreadClass.RCU_GP),
            "The grace-period threads of RCU set themselves to the CPUs that nohz_full= leaves;"
                + " they start before the other CPUs, so that a set without the boot CPU is"
                + " refused.",
            read("kernel/rcu/tree_plugin.h", "5.4, 6.12"),
            measured("6.1, 6.12, 6.16, 6.18, 6.19"),
            mask((kernel, _) -> gracePeriods(kernel, kernel.kthreads()), RCU, KTHREAD)),
        new Rule(
            "rcu-gp-nohz-full",
            since("7.0"),
            threads(ThreadClass.RCU_GP),
            "The grace-period threads of RCU are the only ordinary kernel threads that nohz_full="
                + " alone still moves; it wins over isolcpus= where both are given.",
            read("kernel/rcu/tree_plugin.h", "7.0, 7.3"),
            measured("7.0, 7.1, 7.2, 7.3"),
            mask((kernel, _) -> gracePeriods(kernel, kernel.housekeeping(DOMAIN)), RCU, DOMAIN)),
        new Rule(
            "rcuo-all",
            between("3.10", "5.9"),
            threads(ThreadClass.RCUO),
            "The rcuo threads are ordinary kernel threads with all CPUs; the number in their name"
                + " is the CPU that they serve, not one that they are bound to.",
            read("kernel/rcu/tree_plugin.h", "3.10, 5.4"),
            sourceOnly(NOT_BOOTED),
            mask((kernel, _) -> offloaders(kernel, kernel.kthreads()))),
        new Rule(
            "rcuo-housekeeping",
            between("5.9", "5.17"),
            threads(ThreadClass.RCUO),
            "The rcuo threads are ordinary kernel threads: they get the CPUs that nohz_full="
                + " leaves.",
            read("kernel/rcu/tree_nocb.h", "6.12"),
            sourceOnly("the 5.10 that was booted is built without them"),
            mask((kernel, _) -> offloaders(kernel, kernel.kthreads()), KTHREAD)),
        new Rule(
            "rcuo-housekeeping-all-cpus",
            between("5.17", "6.5"),
            threads(ThreadClass.RCUO),
            "All CPUs have rcuo threads as soon as one is offloaded, each made just before its CPU"
                + " comes up; they get the CPUs that nohz_full= leaves once one of these is up.",
            read("kernel/rcu/tree_nocb.h", "6.1"),
            measured("6.1"),
            mask((kernel, _) -> offloadersOfAll(kernel, kernel.kthreads()), KTHREAD)),
        new Rule(
            "rcuo-housekeeping-early",
            between("6.5", "7.0"),
            threads(ThreadClass.RCUO),
            "The rcuo threads get the CPUs that nohz_full= leaves; on x86 all are made before the"
                + " other CPUs are up, so that a set without the boot CPU is refused and they stay"
                + " on it.",
            read("kernel/rcu/tree_nocb.h", "6.12"),
            measured("6.12, 6.16, 6.18, 6.19"),
            mask((kernel, _) -> kernel.setEarly(kernel.kthreads()), KTHREAD)),
        new Rule(
            "rcuo-domain",
            since("7.0"),
            threads(ThreadClass.RCUO),
            "The rcuo threads are ordinary kernel threads: they get the CPUs that isolcpus=domain"
                + " leaves; all are made before the other CPUs are up, so that a set without the"
                + " boot CPU is refused and they stay on it.",
            read("kernel/rcu/tree_nocb.h", "7.3"),
            measured("7.0, 7.1, 7.2, 7.3"),
            mask((kernel, _) -> kernel.setEarly(kernel.housekeeping(DOMAIN)), DOMAIN)),
        new Rule(
            "per-cpu-kthread-bound",
            since("3.10"),
            threads(ThreadClass.PER_CPU_KTHREAD),
            "ksoftirqd, migration, cpuhp and the like are bound to their CPU and refuse a new mask;"
                + " no boot word moves them, they only run when there is work for their CPU.",
            read("kernel/smpboot.c", "3.10, 4.12, 6.12, 6.14"),
            measured(ALL_BOOTED),
            explains()),
        new Rule(
            "irq-thread-movable",
            between("3.10", "6.19"),
            threads(ThreadClass.IRQ_THREAD),
            "An interrupt thread follows the effective mask of its interrupt; it can be moved,"
                + " until the interrupt's mask changes next.",
            read("kernel/irq/manage.c", "3.10, 6.12, 6.14, 6.18"),
            measured("6.18"),
            explains()),
        new Rule(
            "irq-thread-bound",
            since("6.19"),
            threads(ThreadClass.IRQ_THREAD),
            "An interrupt thread follows the effective mask of its interrupt and refuses any"
                + " other.",
            read("kernel/irq/manage.c", "6.19, 7.0, 7.3"),
            measured("6.19"),
            explains()));
  }

  private static CpuSet withoutIsolated(BootedKernel kernel) {
    var rest = kernel.possible().minus(kernel.isolated());
    return rest.isEmpty() ? CpuSet.of(kernel.bootCpu()) : rest;
  }

  private static CpuSet preferred(CpuSet node, CpuSet housekeeping) {
    var both = node.intersect(housekeeping);
    return both.isEmpty() ? housekeeping : both;
  }

  private static CpuSet gracePeriods(BootedKernel kernel, CpuSet asAnyKthread) {
    var rcu = kernel.housekeeping(RCU);
    return kernel.isSet(RCU) && rcu.contains(kernel.bootCpu())
        ? rcu
        : kernel.setEarly(asAnyKthread);
  }

  /// The thread of a CPU is made before that CPU comes up, when only lower ones are online.
  private static CpuSet offloaders(BootedKernel kernel, CpuSet asAnyKthread) {
    boolean allTooEarly = asAnyKthread.first() >= kernel.rcuNocbs().last();
    return allTooEarly ? kernel.setEarly(asAnyKthread) : asAnyKthread;
  }

  private static CpuSet offloadersOfAll(BootedKernel kernel, CpuSet asAnyKthread) {
    boolean allTooEarly = asAnyKthread.first() >= kernel.online().last();
    return allTooEarly ? kernel.setEarly(asAnyKthread) : asAnyKthread;
  }
}
