package org.isolctl.model.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.model.judge.Sketch.BOUND;
import static org.isolctl.model.judge.Sketch.KTHREAD;
import static org.isolctl.model.judge.Sketch.WORKER;

import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.thread.ThreadClass;
import org.junit.jupiter.api.Test;

class ThreadStraysTest {
  private static final CpuSet ALL = CpuSet.range(0, 3);

  @Test
  void aKernelThreadWithTheKernelsDefaultMaskMayRunOnIsolcpus() {
    var sketch = new Sketch().isolcpus("2-3").thread(2, "kthreadd", KTHREAD, "0-3", 0, 0);

    var finding = sketch.only(FindingCode.KTHREAD_STRAY);

    assertThat(finding.subject())
        .isEqualTo(new Subject.OfThread(2, "kthreadd", ThreadClass.KTHREADD));
    assertThat(finding.mask()).contains(ALL);
    assertThat(finding.reach()).isEqualTo(CpuSet.of(2, 3));
    assertThat(finding.grade()).contains(Grade.MAY_RUN);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.cause()).contains(Cause.DEFAULT_MASK);
    assertThat(finding.movable()).isTrue();
    assertThat(finding.remedy().now()).contains("sched_setaffinity 0-1");
    assertThat(finding.remedy().lasting())
        .contains("boot with isolcpus=managed_irq,domain,2-3 nohz_full=2-3 irqaffinity=0-1");
    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.VIOLATED);
  }

  @Test
  void theSchedulerTakesAStrayToACpuThatOnlyNohzFullIsolates() {
    var sketch = new Sketch().thread(50, "khungtaskd", KTHREAD, "0-3", 0);
    sketch.nohzFull = Sketch.list("/sys/devices/system/cpu/nohz_full", "2-3");

    var finding = sketch.only(FindingCode.KTHREAD_STRAY);

    assertThat(finding.grade()).contains(Grade.WILL_RUN);
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void theSchedulerTakesAStrayToACpuThatOnlyTheUserCallsIsolated() {
    var sketch = new Sketch().thread(50, "khungtaskd", KTHREAD, "0-3", 0);
    sketch.byUser = Optional.of(CpuSet.of(3));

    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).grade()).contains(Grade.WILL_RUN);
  }

  @Test
  void aLastCpuThatIsIsolatedProvesThatTheThreadDidRun() {
    var sketch = new Sketch().isolcpus("2-3").thread(50, "khungtaskd", KTHREAD, "0-3", 3);

    var finding = sketch.only(FindingCode.KTHREAD_STRAY);

    assertThat(finding.grade()).contains(Grade.DID_RUN);
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.because()).contains("CPU 3 is where it last ran");
  }

  @Test
  void aRunThatWasWatchedProvesItToo() {
    var sketch =
        new Sketch()
            .isolcpus("2-3")
            .thread(50, "khungtaskd", KTHREAD, "0-3", 0)
            .watched(50, 2, Map.of());

    var finding = sketch.only(FindingCode.KTHREAD_STRAY);

    assertThat(finding.grade()).contains(Grade.DID_RUN);
    assertThat(finding.because()).contains("ran on CPU 2 while it was watched").contains("1.5 ms");
  }

  @Test
  void aMaskOtherThanTheKernelsIsTheThreadsOwn() {
    var sketch = new Sketch().isolcpus("2-3").thread(50, "driver", KTHREAD, "1-2", 0);

    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).cause()).contains(Cause.OWN_MASK);
  }

  @Test
  void onAKernelThatShieldsItsThreadsAWideMaskIsTheThreadsOwn() {
    var sketch = new Sketch().isolcpus("2-3").thread(50, "driver", KTHREAD, "0-3", 0);
    sketch.release = "7.0.13";

    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).cause()).contains(Cause.OWN_MASK);
  }

  @Test
  void aThreadOlderThanKthreaddsRightMaskWasBornBeforeIt() {
    var sketch = new Sketch().isolcpus("2-3").thread(50, "khungtaskd", KTHREAD, "0-3", 0);

    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).cause()).contains(Cause.BORN_BEFORE_MASK);

    // On 6.1 nobody inherits kthreadd's mask, so it says nothing about the thread.
    sketch.release = "6.1.192";
    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).cause()).contains(Cause.DEFAULT_MASK);
  }

  @Test
  void aRescuerThatNothingMovesIsAWarningAndNoViolation() {
    var sketch =
        new Sketch().isolcpus("2-3").thread(30, "kworker/R-mm_percpu_wq", WORKER, "0-3", 0);

    var finding = sketch.only(FindingCode.KTHREAD_STRAY);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.movable()).isFalse();
    assertThat(finding.remedy().now()).isEmpty();
    assertThat(finding.remedy().otherwise()).isPresent();
    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.INTACT);
  }

  @Test
  void anUnboundKworkerStraysByItsWorkqueuesMask() {
    var sketch =
        new Sketch().isolcpus("2-3").thread(31, "kworker/u8:2-events_unbound", WORKER, "0-3", 0);
    sketch.workqueues = Sketch.list("/sys/devices/virtual/workqueue/cpumask", "0-3");

    var finding = sketch.only(FindingCode.KTHREAD_STRAY);

    assertThat(finding.cause()).contains(Cause.WORKQUEUE_MASK);
    assertThat(finding.movable()).isFalse();
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.remedy().now())
        .contains("write 3 to /sys/devices/virtual/workqueue/cpumask");
  }

  @Test
  void aWorkerThatDoesNotFollowTheRightMaskOfItsWorkqueueIsAWarningAndNoViolation() {
    var sketch =
        new Sketch().isolcpus("2-3").thread(31, "kworker/u8:2-events_unbound", WORKER, "0-3", 0);

    var finding = sketch.only(FindingCode.KTHREAD_STRAY);

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.because()).contains("right, but this worker has another");
    assertThat(finding.remedy().now()).isEmpty();
    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.INTACT);
  }

  @Test
  void kswapdOfAnIsolatedNodeIsAStrayAndNoTenant() {
    var sketch = new Sketch().isolcpus("2-3").thread(40, "kswapd1", KTHREAD, "2-3", 0);
    sketch.nodes.add(new CpuFacts.Node(0, Sketch.list("node0/cpulist", "0-1")));
    sketch.nodes.add(new CpuFacts.Node(1, Sketch.list("node1/cpulist", "2-3")));

    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).cause()).contains(Cause.NODE_AFFINE);
    assertThat(sketch.audit().tenants()).isEmpty();
  }

  @Test
  void noBootWordMovesTheThreadsOfANodeUpTo613() {
    var sketch = new Sketch().isolcpus("2-3").thread(40, "kswapd0", KTHREAD, "0-3", 0);
    sketch.nodes.add(new CpuFacts.Node(0, Sketch.list("node0/cpulist", "0-3")));
    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).remedy().lasting().orElseThrow())
        .startsWith("no boot word does: up to 6.13");

    sketch.release = "6.16.12";
    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).remedy().lasting().orElseThrow())
        .startsWith("boot with isolcpus=");
  }

  @Test
  void aUserThreadWithItsParentsMaskInheritedIt() {
    var sketch =
        new Sketch()
            .isolcpus("2-3")
            .thread(900, "agent", 0, "0-3", 0)
            .thread(901, "child", 0, "0-3", 0, 900);

    assertThat(sketch.findings(FindingCode.USER_STRAY))
        .extracting(finding -> finding.cause().orElseThrow())
        .containsExactly(Cause.USER_PINNED, Cause.USER_INHERITED);
  }

  @Test
  void aThreadInsideTheIsolatedCpusIsATenantAndNoFinding() {
    var sketch = new Sketch().isolcpus("2-3").thread(900, "engine", 0, "3", 3);

    var audit = sketch.audit();

    assertThat(audit.tenants())
        .containsExactly(new Tenant(900, 900, "engine", ThreadClass.USER, CpuSet.of(3)));
    assertThat(audit.findings()).noneMatch(one -> one.code() == FindingCode.USER_STRAY);
  }

  @Test
  void aPerCpuThreadIsInformationUntilItIsSeenRunning() {
    var quiet = new Sketch().isolcpus("2-3").thread(20, "ksoftirqd/2", BOUND, "2", 2);
    assertThat(quiet.only(FindingCode.PER_CPU_KTHREAD).severity()).isEqualTo(Severity.INFO);
    assertThat(quiet.only(FindingCode.PER_CPU_KTHREAD).grade()).isEmpty();

    var busy = quiet.watched(20, 2, Map.of());
    assertThat(busy.only(FindingCode.PER_CPU_KTHREAD).severity()).isEqualTo(Severity.WARNING);
    assertThat(busy.only(FindingCode.PER_CPU_KTHREAD).grade()).contains(Grade.DID_RUN);
    assertThat(busy.audit().verdict()).isEqualTo(Verdict.INTACT);
  }

  @Test
  void maskBitsOfCpusThatTheMachineDoesNotHaveAreNotShown() {
    var sketch = new Sketch().isolcpus("2-3").thread(50, "khungtaskd", KTHREAD, "0-127", 0);
    sketch.possible = Sketch.list("/sys/devices/system/cpu/possible", "0-127");

    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).mask()).contains(ALL);
  }
}
