package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.app.guard.FakeKernel.ALL;
import static org.isolctl.app.guard.FakeKernel.ISOLATED;
import static org.isolctl.app.guard.FakeKernel.KEEP;

import java.util.List;
import java.util.Optional;
import org.isolctl.host.netlink.ProcEvent;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.guard.GuardPolicy;
import org.isolctl.model.guard.Standing;
import org.isolctl.model.policy.Glob;
import org.isolctl.model.policy.PolicyException;
import org.junit.jupiter.api.Test;

class GuardAgentsTest {
  private final FakeKernel kernel = new FakeKernel();

  @Test
  void itListensBeforeItScans() {
    kernel.acknowledges = false;
    var guard = new FakeGuard(kernel).run(100);
    assertThat(kernel.listens).isEqualTo(1);
    assertThat(guard.count(Counter.SCANS)).isZero();

    kernel.waiting.add(new ProcEvent.Acknowledged(0));
    guard.run(1);
    assertThat(guard.count(Counter.SCANS)).isEqualTo(1);
    assertThat(guard.events.hears()).isTrue();
  }

  @Test
  void whereNobodyAcknowledgesItScansAndSaysSo() {
    kernel.acknowledges = false;
    kernel.make(70, "khugepaged");
    var guard = new FakeGuard(kernel).run(8_000);

    assertThat(kernel.maskOf(70)).isEqualTo(KEEP);
    assertThat(guard.events.hears()).isFalse();
    assertThat(kernel.told).filteredOn(Happening.Deaf.class::isInstance).hasSize(1);

    kernel.make(71, "late");
    guard.run(11_000);
    assertThat(kernel.maskOf(71)).isEqualTo(KEEP);
  }

  @Test
  void theFirstScanPutsRightWhatWasThere() {
    kernel.make(70, "khugepaged").make(71, "ksoftirqd/2");
    kernel.force(71, CpuSet.of(2));
    kernel.flag(71, ThreadStat.PF_NO_SETAFFINITY);
    var guard = new FakeGuard(kernel).run(3_000);

    assertThat(kernel.maskOf(2)).isEqualTo(KEEP);
    assertThat(kernel.maskOf(70)).isEqualTo(KEEP);
    assertThat(kernel.maskOf(71)).isEqualTo(CpuSet.of(2));
    assertThat(guard.count(Counter.FOUND)).isEqualTo(2);
    assertThat(guard.count(Counter.SETTLED)).isEqualTo(2);
  }

  @Test
  void anAnnouncedThreadIsSetAtOnceAndItsTimeIsTaken() {
    var guard = new FakeGuard(kernel).run(10);
    kernel.fork(70, "jbd2/sda1-8");
    kernel.pass(1);
    guard.run(0);

    assertThat(kernel.maskOf(70)).isEqualTo(KEEP);
    assertThat(guard.counts.reactions().total()).isEqualTo(1);
    assertThat(guard.counts.reactions().maxNanos()).isEqualTo(1_000_000);
  }

  @Test
  void aMaskThatTheKernelOverwritesAtBirthIsSetAgain() {
    var guard = new FakeGuard(kernel).run(10);
    kernel.fork(70, "kthreadd");
    guard.run(3);
    kernel.force(70, ALL);
    kernel.rename(70, "own");
    guard.run(3_000);

    assertThat(kernel.maskOf(70)).isEqualTo(KEEP);
    assertThat(guard.count(Counter.OVERWRITTEN)).isEqualTo(1);
    assertThat(guard.counts.reactions().total()).isEqualTo(1);
    assertThat(guard.keeper.isUnsettled()).isFalse();
  }

  @Test
  void aHelperThatIsAnnouncedIsLeftAlone() {
    var guard = new FakeGuard(kernel).run(10);
    kernel.fork(70, "modprobe");
    kernel.unflag(70, ThreadStat.PF_KTHREAD);
    guard.run(3_000);

    assertThat(kernel.maskOf(70)).isEqualTo(ALL);
    assertThat(guard.count(Counter.HELPERS)).isEqualTo(1);
  }

  @Test
  void theThreadOfAnInterruptGetsItsFormerMaskBackAndIsLeft() {
    var guard = new FakeGuard(kernel).run(10);
    kernel.fork(70, "irq/24-nvme0q1");
    guard.run(3_000);

    assertThat(kernel.maskOf(70)).isEqualTo(ALL);
    assertThat(guard.keeper.watched())
        .filteredOn(it -> it.tid() == 70)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.standing()).isEqualTo(Standing.FOLLOWS_IRQ);
          assertThat(it.wasSet()).isFalse();
        });
  }

  @Test
  void aMaskThatAHelperHasChosenMeanwhileIsNotOverwritten() {
    var guard = new FakeGuard(kernel).run(10);
    kernel.fork(70, "modprobe");
    kernel.unflag(70, ThreadStat.PF_KTHREAD);
    kernel.whenRead(70, () -> kernel.force(70, CpuSet.of(1)));
    guard.run(3_000);

    assertThat(kernel.maskOf(70)).isEqualTo(CpuSet.of(1));
  }

  @Test
  void anAnnouncedThreadThatIsBoundIsLeftAndItsRefusalIsNoNews() {
    var guard = new FakeGuard(kernel).run(10);
    kernel.fork(70, "kworker/R-md");
    kernel.flag(70, ThreadStat.PF_NO_SETAFFINITY);
    guard.run(3_000);

    assertThat(kernel.maskOf(70)).isEqualTo(ALL);
    assertThat(guard.counts.refusals()).isEmpty();
    assertThat(guard.counts.reactions().total()).isZero();
  }

  @Test
  void whereThePolicyExceptsThreadsTheTextIsReadBeforeAnythingIsSet() {
    var guard = new FakeGuard(kernel).run(10);
    var exception =
        new PolicyException(
            Optional.of(new Glob("mine*")), Optional.empty(), Optional.empty(), "it must");
    guard.keeper.keep(new GuardPolicy(ISOLATED, List.of(exception)));
    kernel.fork(70, "mine/0").fork(71, "other");
    kernel.whenRead(70, () -> assertThat(kernel.maskOf(70)).isEqualTo(ALL));
    guard.run(3_000);

    assertThat(kernel.maskOf(70)).isEqualTo(ALL);
    assertThat(kernel.maskOf(71)).isEqualTo(KEEP);
  }

  @Test
  void inABurstEveryThreadIsSetBeforeTheFirstTextIsRead() {
    var guard = new FakeGuard(kernel).run(10);
    for (int tid = 70; tid < 170; tid++) {
      kernel.fork(tid, "burst");
    }
    kernel.whenRead(70, () -> assertThat(kernel.maskOf(169)).isEqualTo(KEEP));
    guard.run(0);

    assertThat(kernel.reads(70)).isEqualTo(1);
    assertThat(guard.counts.reactions().total()).isEqualTo(100);
  }

  @Test
  void aThreadThatEndsBeforeItIsLookedAtIsCounted() {
    var guard = new FakeGuard(kernel).run(10);
    kernel.fork(70, "short");
    kernel.end(70);
    guard.run(10);

    assertThat(guard.count(Counter.VANISHED)).isEqualTo(1);
  }

  @Test
  void afterALossEverythingIsLookedAtButNotTooOften() {
    var guard = new FakeGuard(kernel).run(500);
    long before = guard.count(Counter.SCANS);
    kernel.make(70, "unheard");
    for (int i = 0; i < 50; i++) {
      kernel.waiting.add(new ProcEvent.Lost());
      guard.run(1);
    }
    guard.run(200);

    assertThat(kernel.maskOf(70)).isEqualTo(KEEP);
    assertThat(guard.count(Counter.LOSSES)).isEqualTo(50);
    assertThat(guard.count(Counter.SCANS) - before).isBetween(2L, 4L);
  }

  @Test
  void aKernelThatFallsSilentIsAskedAgainAndEverythingIsLookedAt() {
    var guard = new FakeGuard(kernel).run(500);
    kernel.acknowledges = false;
    guard.run(59_600);
    kernel.make(70, "unheard");
    assertThat(kernel.listens).isEqualTo(2);
    guard.run(200);
    kernel.acknowledges = true;
    guard.run(400);

    assertThat(kernel.listens).isGreaterThan(3);
    assertThat(kernel.maskOf(70)).isEqualTo(KEEP);
  }

  @Test
  void aThreadThatIsSetBackByAnotherDaemonIsLeftInTheEnd() {
    kernel.make(70, "contested");
    var guard = new FakeGuard(kernel).run(10);
    for (int i = 0; i < 100; i++) {
      kernel.force(70, ALL);
      guard.run(100);
    }

    assertThat(guard.count(Counter.CONTESTED)).isEqualTo(1);
    assertThat(kernel.maskOf(70)).isEqualTo(ALL);
    assertThat(guard.count(Counter.SETS)).isLessThan(15);
  }

  @Test
  void aScanDoesNotHurryALadder() {
    var guard = new FakeGuard(kernel).run(10);
    kernel.fork(70, "own");
    guard.run(1);
    for (int i = 0; i < 10; i++) {
      kernel.waiting.add(new ProcEvent.Lost());
      guard.run(150);
    }

    assertThat(guard.keeper.isUnsettled()).isTrue();
  }

  @Test
  void whatHasEndedIsForgotten() {
    kernel.make(70, "a");
    var guard = new FakeGuard(kernel).run(3_000);
    kernel.end(70);
    guard.run(11_000);

    assertThat(guard.keeper.watched()).noneMatch(thread -> thread.tid() == 70);
  }

  @Test
  void kthreaddIsPutBackUnlessSomebodyElseHasSetItSince() {
    new FakeGuard(kernel).run(10);
    new Kthreadd(kernel, kernel, kernel).putBack();
    assertThat(kernel.maskOf(2)).isEqualTo(ALL);
    assertThat(kernel.note).isEmpty();

    new FakeGuard(kernel).run(10);
    kernel.force(2, CpuSet.of(0));
    new Kthreadd(kernel, kernel, kernel).putBack();
    assertThat(kernel.maskOf(2)).isEqualTo(CpuSet.of(0));
    assertThat(kernel.told).contains(new Happening.KthreaddLeft(CpuSet.of(0)));
  }

  @Test
  void aGuardThatWasKilledLeavesTheFormerMaskOfKthreadd() {
    new FakeGuard(kernel).run(10);
    new FakeGuard(kernel).run(10);
    new Kthreadd(kernel, kernel, kernel).putBack();

    assertThat(kernel.maskOf(2)).isEqualTo(ALL);
  }

  @Test
  void ownThreadsLeaveTheIsolatedCpus() {
    kernel.make(900, "main").make(901, "GC Thread").make(902, "inside");
    kernel.force(902, ISOLATED);
    var own =
        new OwnThreads(
            kernel, () -> List.of(900, 901, 902, 903), () -> ISOLATED, () -> ALL, kernel, kernel);
    own.step();

    assertThat(kernel.maskOf(900)).isEqualTo(KEEP);
    assertThat(kernel.maskOf(901)).isEqualTo(KEEP);
    assertThat(kernel.maskOf(902)).isEqualTo(KEEP);
  }
}
