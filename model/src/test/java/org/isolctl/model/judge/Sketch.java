package org.isolctl.model.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.IrqFacts;
import org.isolctl.model.facts.KernelFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.NetworkFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ServiceFacts;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.facts.WatchFacts;
import org.isolctl.model.facts.WatchdogFacts;
import org.isolctl.model.facts.WorkqueueFacts;
import org.isolctl.model.policy.Policy;

/// A machine drawn by hand: four CPUs, nothing isolated, every reading there, a quiet init and
/// kthreadd. A test changes what it is about.
public final class Sketch {
  public static final long KTHREAD = ThreadStat.PF_KTHREAD;
  public static final long WORKER =
      ThreadStat.PF_KTHREAD | ThreadStat.PF_WQ_WORKER | ThreadStat.PF_NO_SETAFFINITY;
  public static final long BOUND = ThreadStat.PF_KTHREAD | ThreadStat.PF_NO_SETAFFINITY;

  public Reading<CpuSet> online = list("/sys/devices/system/cpu/online", "0-3");
  public Reading<CpuSet> possible = list("/sys/devices/system/cpu/possible", "0-3");
  public Reading<CpuSet> isolated = list("/sys/devices/system/cpu/isolated", "");
  public Reading<CpuSet> nohzFull = list("/sys/devices/system/cpu/nohz_full", "");
  public Reading<CpuSet> workqueues = list("/sys/devices/virtual/workqueue/cpumask", "0-1");
  public Reading<CpuSet> irqDefault = list("/proc/irq/default_smp_affinity", "0-1");
  public Reading<CpuSet> cgroupIsolated = Reading.absent("/sys/fs/cgroup/cpuset.cpus.isolated");
  public Reading<Boolean> watchdog = Reading.present("/proc/sys/kernel/watchdog", false);
  public Reading<Integer> irqbalance = Reading.absent("irqbalance");
  public Reading<CpuSet> irqbalanceBanned = Reading.absent("/etc/default/irqbalance");
  public Reading<Map<String, String>> config =
      Reading.present(
          "/boot/config-6.12.117",
          Map.of(
              "CPU_ISOLATION", "y",
              "NO_HZ_FULL", "y",
              "RCU_NOCB_CPU", "y",
              "CPUMASK_OFFSTACK", "y",
              "NR_CPUS", "8192"));
  public Reading<Boolean> isolatedMaskSymbol = Reading.present("/proc/kallsyms", false);
  public boolean hidden;
  public final List<CpuFacts.CpuSiblings> siblings = new ArrayList<>();
  public final List<CpuFacts.Node> nodes = new ArrayList<>();
  public final List<CgroupFacts.Partition> partitions = new ArrayList<>();
  public final List<CgroupFacts.Version1Set> version1Sets = new ArrayList<>();
  public final List<WorkqueueFacts.Workqueue> named = new ArrayList<>();
  public final List<IrqFacts.Irq> irqs = new ArrayList<>();
  public final List<NetworkFacts.Queue> receive = new ArrayList<>();
  public final List<ThreadFacts> threads = new ArrayList<>();
  public String release = "6.12.117+deb12-cloud-amd64";
  public String bootLine = "isolcpus=2,3";
  public Optional<CpuSet> byUser = Optional.empty();
  public Optional<WatchFacts> watch = Optional.empty();
  public Policy policy = Policy.NONE;

  public Sketch() {
    thread(1, "systemd", 0, "0-1", 0, 0);
    thread(2, "kthreadd", KTHREAD, "0-1", 0, 0);
  }

  public static Reading<CpuSet> list(String source, String cpus) {
    return Reading.present(source, CpuSet.parseList(cpus));
  }

  public Sketch isolcpus(String cpus) {
    isolated = list("/sys/devices/system/cpu/isolated", cpus);
    return this;
  }

  /// A thread whose parent is kthreadd, or init for a user thread.
  public Sketch thread(int tid, String comm, long flags, String mask, int lastCpu) {
    return thread(tid, comm, flags, mask, lastCpu, (flags & KTHREAD) != 0 ? 2 : 1);
  }

  public Sketch thread(int tid, String comm, long flags, String mask, int lastCpu, int ppid) {
    return thread(tid, tid, comm, flags, mask, lastCpu, ppid, 'S');
  }

  public Sketch thread(
      int tid, int tgid, String comm, long flags, String mask, int lastCpu, int ppid, char state) {
    threads.removeIf(thread -> thread.tid() == tid);
    var task = "/proc/" + tgid + "/task/" + tid;
    threads.add(
        new ThreadFacts(
            tid,
            tgid,
            list("sched_getaffinity " + tid, mask),
            Reading.present(
                task + "/stat", new ThreadStat(comm, state, ppid, flags, 7, 100, lastCpu, 0, 0)),
            Optional.empty(),
            Optional.of(Reading.present(task + "/cgroup", "/system.slice/" + comm + ".service"))));
    return this;
  }

  public Sketch irq(int number, String name, String requested, String effective, int... firedOn) {
    var counts = new HashMap<Integer, Long>();
    for (int cpu : firedOn) {
      counts.put(cpu, 3L);
    }
    irqs.add(
        new IrqFacts.Irq(
            number,
            name,
            list("/proc/irq/" + number + "/smp_affinity_list", requested),
            list("/proc/irq/" + number + "/effective_affinity_list", effective),
            Reading.absent("/sys/kernel/debug/irq/irqs/" + number),
            counts));
    return this;
  }

  public Sketch watched(int tid, int cpu, Map<Integer, Map<Integer, Long>> irqCounts) {
    watch =
        Optional.of(
            new WatchFacts(
                Duration.ofSeconds(10),
                200,
                List.of(new WatchFacts.ThreadRun(tid, 100, cpu, 1_500_000)),
                irqCounts));
    return this;
  }

  public HostFacts facts() {
    int kernel =
        (int)
            threads.stream()
                .filter(
                    one -> one.stat().toOptional().filter(ThreadStat::isKernelThread).isPresent())
                .count();
    return new HostFacts(
        machine(),
        new ThreadCensus(threads.size(), hidden ? 0 : kernel, 0, hidden, threads),
        watch);
  }

  public MachineFacts machine() {
    return new MachineFacts(
        new KernelFacts(
            Reading.present("/proc/sys/kernel/osrelease", release),
            Reading.present("/proc/cmdline", bootLine),
            config,
            isolatedMaskSymbol),
        new CpuFacts(possible, possible, online, isolated, nohzFull, siblings, nodes, List.of()),
        new CgroupFacts(
            Reading.present("/proc/mounts", "/sys/fs/cgroup"),
            cgroupIsolated,
            partitions,
            version1Sets),
        new WorkqueueFacts(
            workqueues,
            Reading.absent("/sys/devices/virtual/workqueue/cpumask_requested"),
            Reading.absent("/sys/devices/virtual/workqueue/cpumask_isolated"),
            named),
        new IrqFacts(irqDefault, irqs),
        new NetworkFacts(receive, List.of()),
        new WatchdogFacts(watchdog, list("/proc/sys/kernel/watchdog_cpumask", "0-3")),
        new ServiceFacts(
            irqbalance,
            irqbalanceBanned,
            Reading.absent("tuned"),
            Reading.absent("stalld"),
            Reading.absent("/etc/systemd/system.conf")));
  }

  public IsolatedCpus isolation() {
    return Isolation.of(machine(), byUser);
  }

  public Audit audit() {
    var isolation = isolation();
    return Auditor.audit(facts(), isolation, policy, Outlooks.of(machine(), isolation));
  }

  public List<Finding> findings(FindingCode code) {
    return audit().findings().stream().filter(finding -> finding.code() == code).toList();
  }

  public Finding only(FindingCode code) {
    var found = findings(code);
    if (found.size() != 1) {
      throw new AssertionError("wanted one " + code + ", found " + found);
    }
    return found.getFirst();
  }
}
