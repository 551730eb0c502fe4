package org.isolctl.app.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.WatchFacts;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Exemption;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Gap;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.IsolatedCpus;
import org.isolctl.model.judge.IsolationSource;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.judge.Tenant;
import org.isolctl.model.judge.Verdict;
import org.isolctl.model.thread.ThreadClass;

/// Audits written by hand, of a machine with four CPUs of which 2-3 are isolated.
public final class Audits {
  private static final CpuSet ALL = CpuSet.range(0, 3);
  private static final CpuSet ISOLATED = CpuSet.range(2, 3);

  private Audits() {}

  public static Audit intact() {
    return audit(Verdict.INTACT, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  public static Audit undecided() {
    return audit(
        Verdict.UNDECIDED,
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new Gap("/proc/irq/default_smp_affinity", Gap.State.DENIED, "root"),
            new Gap("/sys/devices/virtual/workqueue/cpumask", Gap.State.DENIED, "root")),
        List.of("Run it as root."));
  }

  public static Audit notIsolated() {
    return new Audit(
        Verdict.NOT_ISOLATED,
        Optional.empty(),
        Optional.empty(),
        Optional.of(ALL),
        Optional.empty(),
        new IsolatedCpus(List.of()),
        ALL,
        new Audit.ThreadCounts(90, 80, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of("To see first what would be in the way: isolctl audit --isolated 3"),
        Optional.empty());
  }

  /// Forty kernel threads with one cause, stolen time, every kind of subject, and all the rest.
  public static Audit violated() {
    var findings = new ArrayList<Finding>();
    findings.add(
        thread(
            812,
            "node_exporter",
            ThreadClass.USER,
            Severity.CRITICAL,
            Grade.DID_RUN,
            Cause.USER_INHERITED));
    findings.addAll(kthreads(40));
    findings.add(irq());
    findings.add(
        of(
            FindingCode.BOOT_WORD_IGNORED,
            Severity.ERROR,
            new Subject.OfBootWord("nohz_full=2-3", 14)));
    findings.add(
        of(FindingCode.IRQBALANCE_UNAWARE, Severity.ERROR, new Subject.OfSetting("irqbalance")));
    findings.add(of(FindingCode.PARTITION_INVALID, Severity.ERROR, new Subject.OfPartition("/rt")));
    findings.add(of(FindingCode.WORKQUEUE_STRAY, Severity.ERROR, new Subject.OfWorkqueue("*")));
    findings.add(
        of(
            FindingCode.PILE_UP,
            Severity.WARNING,
            new Subject.OfProcess(900, "app", List.of(900, 901))));
    findings.add(
        of(FindingCode.RPS_REACHES, Severity.WARNING, new Subject.OfQueue("eth0", "rx-0")));
    findings.add(of(FindingCode.TICK_NOT_STOPPED, Severity.WARNING, new Subject.OfCpus(ISOLATED)));
    findings.addAll(perCpu());
    return new Audit(
        Verdict.VIOLATED,
        Optional.of("6.12.117+deb12-cloud-amd64"),
        Optional.of(ALL),
        Optional.of(ALL),
        Optional.of("BOOT_IMAGE=/boot/vmlinuz root=/dev/vda1 isolcpus=2,3 quiet"),
        isolated(),
        CpuSet.range(0, 1),
        new Audit.ThreadCounts(130, 110, 41),
        findings,
        List.of(
            new Tenant(900, 900, "app", ThreadClass.USER, ISOLATED),
            new Tenant(901, 900, "app-worker", ThreadClass.USER, CpuSet.of(3))),
        List.of(
            new Exemption(
                thread(
                    700,
                    "kvm-pit/699",
                    ThreadClass.KTHREAD,
                    Severity.ERROR,
                    Grade.MAY_RUN,
                    Cause.BY_POLICY),
                "the guest's timer must be near its CPU")),
        List.of(
            new Gap("/proc/irq/5/effective_affinity_list", Gap.State.MALFORMED, "no list: x"),
            new Gap("/boot/config-6.12.117", Gap.State.ABSENT, "not on this machine")),
        List.of(),
        Optional.of(
            new WatchFacts(
                Duration.ofSeconds(10),
                200,
                List.of(new WatchFacts.ThreadRun(812, 5000, 2, 1_500_000)),
                Map.of(24, Map.of(2, 5L, 3, 1L)))));
  }

  /// One stray with the given name.
  public static Audit withName(String comm) {
    return audit(
        Verdict.VIOLATED,
        List.of(
            thread(99, comm, ThreadClass.USER, Severity.ERROR, Grade.MAY_RUN, Cause.USER_PINNED)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Audit audit(
      Verdict verdict,
      List<Finding> findings,
      List<Tenant> tenants,
      List<Exemption> exemptions,
      List<Gap> gaps,
      List<String> advice) {
    return new Audit(
        verdict,
        Optional.of("7.3.4"),
        Optional.of(ALL),
        Optional.of(ALL),
        Optional.of("isolcpus=2-3"),
        isolated(),
        CpuSet.range(0, 1),
        new Audit.ThreadCounts(96, 88, findings.size()),
        findings,
        tenants,
        exemptions,
        gaps,
        advice,
        Optional.empty());
  }

  private static IsolatedCpus isolated() {
    return new IsolatedCpus(
        List.of(
            new IsolationSource(
                IsolationSource.Kind.ISOLCPUS, ISOLATED, "/sys/devices/system/cpu/isolated"),
            new IsolationSource(IsolationSource.Kind.USER, CpuSet.of(3), "the user")));
  }

  private static List<Finding> kthreads(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            thread(
                30 + i,
                "kthread" + i,
                ThreadClass.KTHREAD,
                Severity.ERROR,
                Grade.MAY_RUN,
                Cause.DEFAULT_MASK))
        .toList();
  }

  private static List<Finding> perCpu() {
    return List.of(2, 3).stream()
        .map(cpu ->
            new Finding(
                FindingCode.PER_CPU_KTHREAD,
                Severity.INFO,
                new Subject.OfThread(20 + cpu, "ksoftirqd/" + cpu, ThreadClass.PER_CPU_KTHREAD),
                Optional.of(CpuSet.of(cpu)),
                CpuSet.of(cpu),
                Optional.empty(),
                Optional.of(Cause.PER_CPU),
                false,
                "It is bound to its CPU by design and runs when that CPU gives it work.",
                Remedy.none("the kernel needs one on every CPU: only its work can be kept away"),
                List.of("sched_getaffinity")))
        .toList();
  }

  static Finding thread(
      int tid, String comm, ThreadClass threadClass, Severity severity, Grade grade, Cause cause) {
    return new Finding(
        threadClass == ThreadClass.USER ? FindingCode.USER_STRAY : FindingCode.KTHREAD_STRAY,
        severity,
        new Subject.OfThread(tid, comm, threadClass),
        Optional.of(ALL),
        ISOLATED,
        Optional.of(grade),
        Optional.of(cause),
        true,
        "This kernel gives every thread of its class all CPUs, whatever isolcpus= says.",
        Remedy.of("sched_setaffinity 0-1", "boot with nohz_full=2-3"),
        List.of("sched_getaffinity", "/proc/" + tid + "/stat"));
  }

  private static Finding irq() {
    return new Finding(
        FindingCode.IRQ_STRAY,
        Severity.CRITICAL,
        new Subject.OfIrq(24, "virtio0-input.0"),
        Optional.of(ALL),
        ISOLATED,
        Optional.of(Grade.WILL_RUN),
        Optional.of(Cause.IRQ_MASK),
        true,
        "Its mask reaches isolated CPUs; it now goes to CPU 2.",
        Remedy.of(
            "write 0-1 to /proc/irq/24/smp_affinity_list", "irqaffinity=0-1 on the boot line"),
        List.of("/proc/irq/24/smp_affinity_list"));
  }

  private static Finding of(FindingCode code, Severity severity, Subject subject) {
    return new Finding(
        code,
        severity,
        subject,
        Optional.empty(),
        ISOLATED,
        Optional.empty(),
        Optional.empty(),
        true,
        "What was seen of " + code.label() + ", and what it means.",
        Remedy.none("nothing mends it here"),
        List.of("/proc/cmdline"));
  }
}
