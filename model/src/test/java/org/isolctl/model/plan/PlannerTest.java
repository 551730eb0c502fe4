package org.isolctl.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.NetworkFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.WorkqueueFacts;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Outlooks;
import org.isolctl.model.judge.Sketch;
import org.isolctl.model.policy.Glob;
import org.isolctl.model.policy.Policy;
import org.isolctl.model.policy.PolicyException;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final Policy MOVE_USER = new Policy(Optional.empty(), List.of(), true);

  private final Sketch machine = new Sketch().isolcpus("2-3");

  private Plan plan() {
    return Planner.plan(
        machine.facts(),
        machine.audit(),
        machine.policy,
        Outlooks.of(machine.machine(), machine.isolation()));
  }

  private List<String> changes() {
    return plan().changes().stream()
        .map(change ->
            TargetText.print(change.target())
                + ": "
                + change.from().text()
                + " -> "
                + change.to().text()
                + " ("
                + change.reason()
                + ")")
        .toList();
  }

  private String reasonForLeaving(FindingCode code) {
    return plan().left().stream()
        .filter(left -> left.because() == code)
        .map(Left::reason)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMachineWhoseIsolationHoldsNeedsNothingButWhatOnlyItsBootLineCanGive() {
    assertThat(plan().changes()).isEmpty();
    assertThat(plan().left())
        .extracting(Left::because)
        .containsExactly(FindingCode.TICK_NOT_STOPPED, FindingCode.RCU_NOT_OFFLOADED);
  }

  @Test
  void kthreaddComesFirstAndEveryStrayLosesTheIsolatedCpusOnly() {
    machine
        .thread(30, "khungtaskd", Sketch.KTHREAD, "0-3", 0)
        .thread(31, "oom_reaper", Sketch.KTHREAD, "1,3", 1)
        .thread(2, "kthreadd", Sketch.KTHREAD, "0-3", 0, 0);

    assertThat(changes())
        .containsExactly(
            "thread 2 100 kthreadd: 0-3 -> 0-1 (kthread-stray)",
            "thread 30 100 khungtaskd: 0-3 -> 0-1 (kthread-stray)",
            "thread 31 100 oom_reaper: 1,3 -> 1 (kthread-stray)");
  }

  @Test
  void aThreadThatTheKernelKeepsOnAnIsolatedNodeGetsTheHousekeepingCpus() {
    machine.thread(40, "kswapd1", Sketch.KTHREAD, "2-3", 2);

    assertThat(changes()).containsExactly("thread 40 100 kswapd1: 2-3 -> 0-1 (kthread-stray)");
  }

  @Test
  void whoeverLiesWhollyInsideTheIsolatedCpusStaysThere() {
    machine.policy = MOVE_USER;
    machine
        .thread(30, "vhost-1", Sketch.KTHREAD, "3", 3)
        .thread(900, "dpdk", 0, "2-3", 2)
        .irq(24, "eth0-rx", "2-3", "2");

    assertThat(plan().changes()).isEmpty();
  }

  @Test
  void cpusThatAreOfflineStayInAMask() {
    machine.possible = Sketch.list("/sys/devices/system/cpu/possible", "0-7");
    machine.thread(30, "khungtaskd", Sketch.KTHREAD, "0-7", 0);

    assertThat(changes())
        .containsExactly("thread 30 100 khungtaskd: 0-7 -> 0-1,4-7 (kthread-stray)");
  }

  @Test
  void aUserThreadIsMovedOnlyByLeaveOfThePolicy() {
    machine.thread(900, "agent", 0, "0-3", 0);
    assertThat(plan().changes()).isEmpty();
    assertThat(reasonForLeaving(FindingCode.USER_STRAY)).contains("move_user = true");

    machine.policy = MOVE_USER;
    assertThat(changes()).containsExactly("thread 900 100 agent: 0-3 -> 0-1 (user-stray)");
  }

  @Test
  void anExceptionOfThePolicyIsNeitherMovedNorListed() {
    machine.policy =
        new Policy(
            Optional.empty(),
            List.of(
                new PolicyException(
                    Optional.of(new Glob("agent")), Optional.empty(), Optional.empty(), "mine")),
            true);
    machine.thread(900, "agent", 0, "0-3", 0);

    assertThat(plan().changes()).isEmpty();
    assertThat(plan().left()).extracting(Left::because).doesNotContain(FindingCode.USER_STRAY);
  }

  @Test
  void theMaskOfUnboundWorkqueuesIsSetAndItsWorkersFollow() {
    machine.workqueues = Sketch.list("/sys/devices/virtual/workqueue/cpumask", "0-3");
    machine.thread(50, "kworker/u8:1", Sketch.WORKER, "0-3", 0);

    assertThat(changes()).containsExactly("workqueue *: 0-3 -> 0-1 (workqueue-stray)");
    assertThat(reasonForLeaving(FindingCode.KTHREAD_STRAY)).contains("which is changed");
  }

  @Test
  void aWorkerOfAnOlderMaskIsLeftWithTheReason() {
    machine.thread(50, "kworker/u8:1", Sketch.WORKER, "0-3", 0);

    assertThat(plan().changes()).isEmpty();
    assertThat(reasonForLeaving(FindingCode.KTHREAD_STRAY)).contains("PF_NO_SETAFFINITY");
  }

  @Test
  void aWorkqueueOfItsOwnMaskIsSetToo() {
    machine.workqueues = Sketch.list("/sys/devices/virtual/workqueue/cpumask", "0-3");
    machine.named.add(
        new WorkqueueFacts.Workqueue("writeback", Sketch.list("writeback/cpumask", "1-2")));

    assertThat(changes())
        .containsExactly(
            "workqueue *: 0-3 -> 0-1 (workqueue-stray)",
            "workqueue writeback: 1-2 -> 1 (workqueue-stray)");
  }

  @Test
  void interruptsAreSetWhereThatIsNotKnownToBeRefused() {
    machine.irq(0, "timer", "0-3", "0").irq(24, "eth0-rx", "0-3", "2").irq(25, "", "0-3", "0");
    machine.irqDefault = Sketch.list("/proc/irq/default_smp_affinity", "0-3");

    assertThat(changes())
        .containsExactly(
            "irq-default: 0-3 -> 0-1 (irq-default-reaches)",
            "irq 24 eth0-rx: 0-3 -> 0-1 (irq-stray)");
    assertThat(reasonForLeaving(FindingCode.IRQ_STRAY)).contains("refuses");
  }

  @Test
  void anInterruptWhoseNewMaskIsPendingIsNotWrittenAgain() {
    machine.irq(24, "eth0-rx", "0-1", "2");

    assertThat(plan().changes()).isEmpty();
    assertThat(reasonForLeaving(FindingCode.IRQ_STRAY)).contains("next interrupt");
  }

  @Test
  void packetSteeringAndTheWatchdogLoseTheIsolatedCpus() {
    machine.watchdog = Reading.present("/proc/sys/kernel/watchdog", true);
    machine.receive.add(new NetworkFacts.Queue("eth0", "rx-0", Sketch.list("rps_cpus", "1-3")));

    assertThat(changes())
        .containsExactly(
            "receive-queue eth0 rx-0: 1-3 -> 1 (rps-reaches)",
            "watchdog: 0-3 -> 0-1 (watchdog-reaches)");
  }

  @Test
  void irqbalanceGetsABanListOfAllIsolatedCpusOnTopOfItsOwn() {
    machine.irqbalance = Reading.present("irqbalance", 77);
    machine.irqbalanceBanned = Sketch.list("/etc/default/irqbalance", "1");
    assertThat(changes()).containsExactly("irqbalance: none -> 1-3 (irqbalance-unaware)");

    machine.irqbalanceBanned = Sketch.list(Target.OfIrqbalance.BAN_LIST, "2");
    assertThat(changes()).containsExactly("irqbalance: 2 -> 2-3 (irqbalance-unaware)");
  }

  @Test
  void withoutAHousekeepingCpuNothingIsMoved() {
    machine.isolcpus("0-3");
    machine.thread(30, "kswapd0", Sketch.KTHREAD, "0-3", 0);

    assertThat(plan().changes()).isEmpty();
    assertThat(reasonForLeaving(FindingCode.KTHREAD_STRAY)).isEqualTo(Narrowing.NO_HOUSEKEEPING);
  }

  @Test
  void thePlanSaysWhetherNewKernelThreadsInherit() {
    assertThat(plan().childrenInherit()).isTrue();
    machine.release = "6.1.0-56-cloud-amd64";
    assertThat(plan().childrenInherit()).isFalse();
  }

  @Test
  void theInverseOfAChangeIsItsWayBack() {
    var change =
        new Change(
            new Target.OfWatchdog(),
            Value.of(CpuSet.range(0, 3)),
            Value.of(CpuSet.range(0, 1)),
            Optional.empty());

    assertThat(change.inverse().to().text()).isEqualTo("0-3");
    assertThat(change.inverse().inverse()).isEqualTo(change);
    assertThat(change.reason()).isEqualTo("requested");
  }
}
