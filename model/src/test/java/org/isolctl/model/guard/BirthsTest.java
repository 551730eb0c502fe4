package org.isolctl.model.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.model.guard.Newborn.ALL;
import static org.isolctl.model.guard.Newborn.ISOLATED;
import static org.isolctl.model.guard.Newborn.KEEP;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.policy.Glob;
import org.isolctl.model.policy.PolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways in which kernel threads are made, each as it was measured on 6.1 and 6.12.
class BirthsTest {
  private static final GuardPolicy POLICY = new GuardPolicy(ISOLATED, List.of());
  private static final Duration LONG = Duration.ofSeconds(30);

  /// Microseconds until the thread resets its own mask and is named by its creator.
  @ParameterizedTest(name = "the reset comes after {0} microseconds")
  @ValueSource(longs = {1, 150, 999, 4_000, 60_000, 99_000, 499_000, 1_900_000})
  void aThreadThatResetsItsMaskAtBirthIsSetOnceMore(long micros) {
    var reset = Duration.ofNanos(micros * 1_000);
    var thread = new Newborn(false, "kthreadd");
    thread
        .at(reset, () -> thread.kernelSets(ALL))
        .at(reset.plusNanos(5_000), () -> thread.isNamed("jbd2/sda1-8"))
        .guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(KEEP);
    assertThat(thread.sets()).isEqualTo(2);
    assertThat(thread.standing()).isEqualTo("settled");
  }

  @Test
  void aThreadIsNotSettledWhileItHasNoNameOfItsOwn() {
    var thread = new Newborn(false, "kthreadd");
    thread
        .at(Duration.ofSeconds(9), () -> thread.kernelSets(ALL))
        .at(Duration.ofSeconds(9), () -> thread.isNamed("late"))
        .guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(KEEP);
    assertThat(thread.standing()).isEqualTo("settled");
  }

  @Test
  void aThreadThatHasItsNameNeedsOneSet() {
    var thread = new Newborn(false, "khugepaged").guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(KEEP);
    assertThat(thread.sets()).isEqualTo(1);
    assertThat(thread.standing()).isEqualTo("settled");
  }

  @Test
  void whereTheKernelKeepsUserMasksTheFirstSetHolds() {
    var thread = new Newborn(true, "jbd2/sda1-8");
    thread
        .at(Duration.ofMillis(10), () -> thread.kernelSets(ALL))
        .at(Duration.ofSeconds(3), () -> thread.kernelSets(ALL))
        .guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(KEEP);
    assertThat(thread.sets()).isEqualTo(1);
  }

  @Test
  void aThreadThatIsBornRightIsOnlyLookedAt() {
    var thread = new Newborn(true, "khugepaged");
    thread.kernelSets(KEEP);
    thread.guarded(POLICY, LONG);

    assertThat(thread.sets()).isZero();
    assertThat(thread.standing()).isEqualTo("settled");
  }

  @Test
  void aThreadThatIsBornRightAndWidensItselfIsSet() {
    var thread = new Newborn(false, "own");
    thread.kernelSets(KEEP);
    thread.at(Duration.ofMillis(50), () -> thread.kernelSets(ALL)).guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(KEEP);
    assertThat(thread.sets()).isEqualTo(1);
    assertThat(thread.standing()).isEqualTo("settled");
  }

  @ParameterizedTest(name = "bound after {0} microseconds")
  @CsvSource({"0", "100", "10000", "20000"})
  void aThreadThatIsBoundToItsCpuIsLeft(long micros) {
    var thread = new Newborn(false, "kpktgend_2");
    if (micros == 0) {
      thread.isBoundTo(2);
    } else {
      thread.at(Duration.ofNanos(micros * 1_000), () -> thread.isBoundTo(2));
    }
    thread.guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(CpuSet.of(2));
    assertThat(thread.standing()).isEqualTo("bound");
  }

  @Test
  void aThreadThatIsBoundBetweenTheLookAndTheSetIsFoundBound() {
    var before = Watched.first(Newborn.TID, java.util.OptionalLong.of(0), ALL, 0);
    var refused = GuardRules.afterSet(before, new SetOutcome.Refused(22), 0).remembered();

    assertThat(refused.orElseThrow().standing()).isEqualTo(Standing.RECHECKED);
    assertThat(refused.orElseThrow().dueNanos()).isPresent();
  }

  @ParameterizedTest(name = "kernel of 6.2 or later: {0}")
  @ValueSource(booleans = {false, true})
  void aThreadThatItsCreatorPutsOnAnIsolatedCpuIsATenant(boolean holds) {
    var thread = new Newborn(holds, "kgt");
    thread.at(Duration.ofMillis(10), () -> thread.kernelSets(CpuSet.of(2))).guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(CpuSet.of(2));
    assertThat(thread.standing()).isEqualTo("tenant");
  }

  @Test
  void anUnnamedThreadInsideTheIsolatedCpusIsLookedAtAgain() {
    var thread = new Newborn(false, "kthreadd");
    thread.kernelSets(CpuSet.of(3));
    thread
        .at(Duration.ofMillis(2), () -> thread.kernelSets(ALL))
        .at(Duration.ofMillis(2), () -> thread.isNamed("own"))
        .guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(KEEP);
  }

  @Test
  void aThreadThatEndsAtOnceIsForgotten() {
    var thread = new Newborn(false, "kthreadd");
    thread.ends();
    thread.guarded(POLICY, LONG);

    assertThat(thread.standing()).isEqualTo("forgotten");
    assertThat(
            GuardRules.afterSet(
                Watched.first(1, java.util.OptionalLong.empty(), ALL, 0), new SetOutcome.Gone(), 0))
        .isEqualTo(new Decision.Forget());
  }

  @Test
  void aUsermodeHelperIsLeftToItsProgram() {
    var thread = new Newborn(false, "kworker/u8:0");
    thread.becomesProgram();
    thread.guarded(POLICY, LONG);

    assertThat(thread.mask()).isEqualTo(ALL);
    assertThat(thread.sets()).isZero();
    assertThat(thread.standing()).isEqualTo("forgotten");
  }

  @Test
  void aThreadOfAnInterruptIsLeftToItsInterrupt() {
    var thread = new Newborn(false, "irq/24-nvme0q1").guarded(POLICY, LONG);

    assertThat(thread.sets()).isZero();
    assertThat(thread.standing()).isEqualTo("follows-irq");
  }

  @Test
  void anExceptionByNameWaitsForTheName() {
    var exception =
        new PolicyException(
            Optional.of(new Glob("kvm-pit/*")), Optional.empty(), Optional.empty(), "guests");
    var policy = new GuardPolicy(ISOLATED, List.of(exception));
    var thread = new Newborn(false, "kthreadd");
    thread.at(Duration.ofMillis(3), () -> thread.isNamed("kvm-pit/812")).guarded(policy, LONG);

    assertThat(thread.sets()).isZero();
    assertThat(thread.mask()).isEqualTo(ALL);
    assertThat(thread.standing()).isEqualTo("excepted");
  }
}
