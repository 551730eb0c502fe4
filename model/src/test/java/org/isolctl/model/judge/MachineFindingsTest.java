package org.isolctl.model.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.model.judge.Sketch.KTHREAD;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.facts.IrqFacts;
import org.isolctl.model.facts.NetworkFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.WorkqueueFacts;
import org.junit.jupiter.api.Test;

class MachineFindingsTest {
  private static final CpuSet ISOLATED = CpuSet.of(2, 3);

  @Test
  void theGlobalWorkqueueMaskIsOneFindingForAllUnboundWorkqueues() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.workqueues = Sketch.list("/sys/devices/virtual/workqueue/cpumask", "0-3");
    sketch.named.add(new WorkqueueFacts.Workqueue("writeback", Sketch.list("wb", "0-3")));

    var finding = sketch.only(FindingCode.WORKQUEUE_STRAY);

    assertThat(finding.subject()).isEqualTo(new Subject.OfWorkqueue("*"));
    assertThat(finding.grade()).contains(Grade.MAY_RUN);
  }

  @Test
  void aWorkqueuesOwnMaskCountsOnlyAsFarAsTheGlobalOneLetsIt() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.named.add(new WorkqueueFacts.Workqueue("writeback", Sketch.list("wb", "1-2")));
    assertThat(sketch.findings(FindingCode.WORKQUEUE_STRAY)).isEmpty();

    sketch.workqueues = Sketch.list("/sys/devices/virtual/workqueue/cpumask", "0-2");
    assertThat(sketch.findings(FindingCode.WORKQUEUE_STRAY))
        .extracting(Finding::subject)
        .contains(new Subject.OfWorkqueue("writeback"));
  }

  @Test
  void anInterruptThatGoesElsewhereMayStillComeBack() {
    var finding =
        new Sketch()
            .isolcpus("2-3")
            .irq(24, "virtio0-req.0", "0-3", "0")
            .only(FindingCode.IRQ_STRAY);

    assertThat(finding.grade()).contains(Grade.MAY_RUN);
    assertThat(finding.cause()).contains(Cause.IRQ_MASK);
    assertThat(finding.remedy().now()).contains("write 0-1 to /proc/irq/24/smp_affinity_list");
  }

  @Test
  void anInterruptThatGoesToAnIsolatedCpuWillFireThereEvenOutsideTheDomains() {
    var finding =
        new Sketch().isolcpus("2-3").irq(24, "eth0", "0-3", "2").only(FindingCode.IRQ_STRAY);

    assertThat(finding.grade()).contains(Grade.WILL_RUN);
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void countedInterruptsProveThatOneFired() {
    var finding =
        new Sketch().isolcpus("2-3").irq(24, "eth0", "0-3", "0", 0, 3).only(FindingCode.IRQ_STRAY);

    assertThat(finding.grade()).contains(Grade.DID_RUN);
    assertThat(finding.because()).contains("CPU 3 took it since boot");
  }

  @Test
  void interruptsThatFiredWhileWatchedAreToldFromThoseBefore() {
    var finding =
        new Sketch()
            .isolcpus("2-3")
            .irq(24, "eth0", "0-3", "0", 0, 3)
            .watched(9, 2, Map.of(24, Map.of(2, 5L)))
            .only(FindingCode.IRQ_STRAY);

    assertThat(finding.because()).contains("CPU 2 took it while watched");
  }

  @Test
  void aRightMaskThatIsNotYetInEffectIsPending() {
    var finding =
        new Sketch().isolcpus("2-3").irq(24, "eth0", "0-1", "3").only(FindingCode.IRQ_STRAY);

    assertThat(finding.cause()).contains(Cause.IRQ_PENDING);
    assertThat(finding.reach()).isEqualTo(CpuSet.of(3));
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void aManagedInterruptIsNeverCalledMovable() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.irqs.add(
        new IrqFacts.Irq(
            30,
            "nvme0q3",
            Sketch.list("/proc/irq/30/smp_affinity_list", "2"),
            Sketch.list("/proc/irq/30/effective_affinity_list", "2"),
            Reading.present("/sys/kernel/debug/irq/irqs/30", true),
            Map.of()));

    var finding = sketch.only(FindingCode.IRQ_STRAY);

    assertThat(finding.cause()).contains(Cause.MANAGED_IRQ);
    assertThat(finding.movable()).isFalse();
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void anInterruptThatSomebodyPutOntoIsolatedCpusIsInformation() {
    var finding = placedOn23(Reading.present("/sys/kernel/debug/irq/irqs/24", false));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.cause()).contains(Cause.USER_PINNED);
  }

  @Test
  void withoutDebugfsNobodyIsSaidToHavePutAnInterruptThere() {
    var finding = placedOn23(Reading.absent("/sys/kernel/debug/irq/irqs/24"));

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.cause()).isEmpty();
    assertThat(finding.because())
        .contains("or the kernel manages it, which /sys/kernel/debug/irq/irqs/24 would tell");
  }

  private static Finding placedOn23(Reading<Boolean> managed) {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.irqs.add(
        new IrqFacts.Irq(
            24,
            "nvme0q3",
            Sketch.list("/proc/irq/24/smp_affinity_list", "2-3"),
            Sketch.list("/proc/irq/24/effective_affinity_list", "2"),
            managed,
            Map.of(2, 3L)));
    return sketch.only(FindingCode.IRQ_STRAY);
  }

  @Test
  void anInterruptThatNobodyUsesIsLeftOut() {
    assertThat(new Sketch().isolcpus("2-3").irq(5, "", "0-3", "").findings(FindingCode.IRQ_STRAY))
        .isEmpty();
  }

  @Test
  void theTimerOfAPcCannotBeMoved() {
    var finding =
        new Sketch().isolcpus("2-3").irq(0, "timer", "0-3", "0").only(FindingCode.IRQ_STRAY);

    assertThat(finding.movable()).isFalse();
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void theDefaultMaskForLaterInterruptsIsAWarning() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.irqDefault = Sketch.list("/proc/irq/default_smp_affinity", "0-3");

    assertThat(sketch.only(FindingCode.IRQ_DEFAULT_REACHES).severity()).isEqualTo(Severity.WARNING);
    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.INTACT);
  }

  @Test
  void threadsOfOneProcessOnSeveralIsolatedCpusPileUp() {
    var sketch =
        new Sketch()
            .isolcpus("2-3")
            .thread(900, 900, "engine", 0, "2-3", 2, 1, 'S')
            .thread(901, 900, "worker", 0, "2-3", 2, 1, 'S');

    var finding = sketch.only(FindingCode.PILE_UP);

    assertThat(finding.subject())
        .isEqualTo(new Subject.OfProcess(900, "engine", List.of(900, 901)));
    assertThat(finding.because()).contains("they last ran on CPU 2.");
  }

  @Test
  void runnableThreadsOfSeveralProcessesPileUpAndSleepingOnesDoNot() {
    var sketch =
        new Sketch()
            .isolcpus("2-3")
            .thread(900, 900, "one", 0, "2-3", 2, 1, 'R')
            .thread(910, 910, "two", 0, "2-3", 2, 1, 'S');
    assertThat(sketch.findings(FindingCode.PILE_UP)).isEmpty();

    sketch.thread(910, 910, "two", 0, "2-3", 2, 1, 'R');
    assertThat(sketch.findings(FindingCode.PILE_UP)).hasSize(1);
  }

  @Test
  void threadsThatABalancerSpreadsDoNotPileUp() {
    var sketch =
        new Sketch()
            .thread(900, 900, "engine", 0, "2-3", 2, 1, 'S')
            .thread(901, 900, "worker", 0, "2-3", 2, 1, 'S');
    sketch.byUser = Optional.of(ISOLATED);

    assertThat(sketch.findings(FindingCode.PILE_UP)).isEmpty();
  }

  @Test
  void aCoreSharedWithAHousekeepingCpuIsNamed() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.siblings.add(new CpuFacts.CpuSiblings(0, Sketch.list("cpu0", "0,2")));
    sketch.siblings.add(new CpuFacts.CpuSiblings(2, Sketch.list("cpu2", "0,2")));

    assertThat(sketch.only(FindingCode.SMT_SIBLING_SHARED).because())
        .isEqualTo("CPU 2 shares its core with housekeeping CPU 0.");
  }

  @Test
  void aTickThatCannotStopOnThisKernelNeedsAnotherKernel() {
    var sketch = new Sketch().isolcpus("2-3");
    assertThat(sketch.only(FindingCode.TICK_NOT_STOPPED).remedy().lasting())
        .contains("nohz_full=2-3 on the boot line");

    sketch.config = Reading.present("/boot/config", Map.of("NO_HZ_FULL", "n"));
    assertThat(sketch.only(FindingCode.TICK_NOT_STOPPED).remedy().lasting().orElseThrow())
        .contains("CONFIG_NO_HZ_FULL");

    sketch.nohzFull = Sketch.list("/sys/devices/system/cpu/nohz_full", "2-3");
    assertThat(sketch.findings(FindingCode.TICK_NOT_STOPPED)).isEmpty();
  }

  @Test
  void anUnreadableTickMaskIsAGapAndNoFinding() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.nohzFull = Reading.denied("/sys/devices/system/cpu/nohz_full", "root");

    assertThat(sketch.findings(FindingCode.TICK_NOT_STOPPED)).isEmpty();
    assertThat(sketch.audit().gaps())
        .contains(new Gap("/sys/devices/system/cpu/nohz_full", Gap.State.DENIED, "root"));
  }

  @Test
  void aCpuWithAnRcuoThreadIsOffloaded() {
    var sketch = new Sketch().isolcpus("2-3").thread(21, "rcuop/2", KTHREAD, "0-1", 0);

    assertThat(sketch.only(FindingCode.RCU_NOT_OFFLOADED).reach()).isEqualTo(CpuSet.of(3));
  }

  @Test
  void irqbalanceKnowsOfBootIsolationUnlessABanListReplacesIt() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.irqbalance = Reading.present("/proc/700/stat", 700);
    assertThat(sketch.findings(FindingCode.IRQBALANCE_UNAWARE)).isEmpty();

    sketch.irqbalanceBanned = Sketch.list("/etc/default/irqbalance", "3");
    assertThat(sketch.only(FindingCode.IRQBALANCE_UNAWARE).reach()).isEqualTo(CpuSet.of(2));
  }

  @Test
  void packetsHandedToIsolatedCpusWillRunThere() {
    var sketch = new Sketch().isolcpus("2-3");
    sketch.receive.add(
        new NetworkFacts.Queue("eth0", "rx-0", Sketch.list("/sys/class/net/rps_cpus", "1-2")));

    var finding = sketch.only(FindingCode.RPS_REACHES);

    assertThat(finding.reach()).isEqualTo(CpuSet.of(2));
    assertThat(finding.grade()).contains(Grade.WILL_RUN);
  }

  @Test
  void theWatchdogCountsOnlyWhereItIsOn() {
    var sketch = new Sketch().isolcpus("2-3");
    assertThat(sketch.findings(FindingCode.WATCHDOG_REACHES)).isEmpty();

    sketch.watchdog = Reading.present("/proc/sys/kernel/watchdog", true);
    assertThat(sketch.only(FindingCode.WATCHDOG_REACHES).reach()).isEqualTo(ISOLATED);
  }

  @Test
  void anInvalidPartitionIsReportedInTheKernelsWords() {
    var sketch = new Sketch();
    sketch.partitions.add(
        new CgroupFacts.Partition(
            "/rt",
            Reading.present(
                "/sys/fs/cgroup/rt/cpuset.cpus.partition",
                "isolated invalid (Cpu list in cpuset.cpus not exclusive)"),
            Sketch.list("cpus", "2-3"),
            Sketch.list("effective", "0-3")));

    assertThat(sketch.only(FindingCode.PARTITION_INVALID).because())
        .contains("Cpu list in cpuset.cpus not exclusive");
    assertThat(sketch.isolation().all()).isEqualTo(CpuSet.empty());
  }
}
