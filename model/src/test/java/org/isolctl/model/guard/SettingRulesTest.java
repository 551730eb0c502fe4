package org.isolctl.model.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.model.guard.Newborn.ISOLATED;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Sketch;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.TargetText;
import org.isolctl.model.plan.Value;
import org.isolctl.model.policy.Governed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingRulesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Target IRQ = new Target.OfIrq(24, "eth0");
  private static final List<Change> WRONG =
      List.of(new Change(IRQ, Value.parse("0-3"), Value.parse("0-1"), Optional.empty()));

  private final Sketch machine =
      new Sketch()
          .isolcpus("2-3")
          .irq(24, "eth0", "0-3", "1")
          .irq(25, "dpdk-nic", "2", "2")
          .irq(26, "", "0-3", "0")
          .irq(27, "right", "0-1", "0");
  private Map<Target, SettingEffort> efforts = Map.of();

  private static GuardPolicy policy(Set<Governed> governed) {
    return new GuardPolicy(ISOLATED, List.of(), governed, 3, Duration.ofMinutes(10));
  }

  private List<String> wrong(Set<Governed> governed) {
    machine.workqueues = Sketch.list("/sys/devices/virtual/workqueue/cpumask", "0-3");
    return SettingRules.wrong(machine.machine(), policy(governed)).stream()
        .map(change -> TargetText.print(change.target()) + " -> " + change.to().text())
        .toList();
  }

  @Test
  void nothingIsGovernedUnlessThePolicySaysSo() {
    assertThat(wrong(Set.of())).isEmpty();
  }

  @Test
  void interruptsThatReachTheCpusAreNarrowedButNotThoseThatSomebodyPutThere() {
    assertThat(wrong(Set.of(Governed.IRQS))).containsExactly("irq 24 eth0 -> 0-1");
  }

  @Test
  void theMaskOfInterruptsToComeIsGovernedWithThem() {
    machine.irqDefault = Sketch.list("/proc/irq/default_smp_affinity", "0-3");

    assertThat(wrong(Set.of(Governed.IRQS))).hasSize(2).contains("irq 24 eth0 -> 0-1");
  }

  @Test
  void workqueuesAreGovernedAlone() {
    assertThat(wrong(Set.of(Governed.WORKQUEUES))).containsExactly("workqueue * -> 0-1");
  }

  @Test
  void whereNothingIsIsolatedNothingIsWrong() {
    var policy = new GuardPolicy(CpuSet.empty(), List.of(), Set.of(Governed.IRQS));

    assertThat(SettingRules.wrong(machine.machine(), policy)).isEmpty();
  }

  private SettingDecision look(List<Change> wrong, long now) {
    var decision = SettingRules.decide(wrong, efforts, policy(Set.of(Governed.IRQS)), now);
    efforts = decision.efforts();
    return decision;
  }

  private void answer(Outcome outcome, long now) {
    var asked = Optional.ofNullable(efforts.get(IRQ)).orElseThrow();
    var after = SettingRules.after(asked, new Result(WRONG.getFirst(), outcome), now);
    efforts = after.map(it -> Map.of(IRQ, it)).orElse(Map.of());
  }

  @Test
  void aMaskThatIsSetBackAgainAndAgainIsLeftAndNamedOnce() {
    for (int i = 0; i < 4; i++) {
      assertThat(look(WRONG, i * SECOND).make()).isEqualTo(WRONG);
      answer(new Outcome.Written(), i * SECOND);
    }
    var last = look(WRONG, 4 * SECOND);
    assertThat(last.make()).isEmpty();
    assertThat(last.givenUp()).isEqualTo(WRONG);

    var later = look(WRONG, 5_000 * SECOND);
    assertThat(later.make()).isEmpty();
    assertThat(later.givenUp()).isEmpty();
  }

  @Test
  void aMaskThatStoodForTenMinutesIsFoughtForAnew() {
    for (int i = 0; i < 20; i++) {
      assertThat(look(WRONG, i * 600L * SECOND).make()).isEqualTo(WRONG);
      answer(new Outcome.Written(), i * 600L * SECOND);
    }
  }

  @Test
  void aRefusedChangeIsTriedAgainOnlyAfterAWhile() {
    look(WRONG, 0);
    answer(new Outcome.Refused("EACCES", "root only", false), 0);

    assertThat(look(WRONG, 10 * SECOND).make()).isEmpty();
    assertThat(look(WRONG, 600 * SECOND).make()).isEqualTo(WRONG);
  }

  @Test
  void whatCouldNotBeTriedIsNoContest() {
    for (int i = 0; i < 20; i++) {
      assertThat(look(WRONG, i * SECOND).make()).isEqualTo(WRONG);
      answer(new Outcome.NotTried("another isolctl has the journal"), i * SECOND);
    }
  }

  @Test
  void anInterruptThatIsGoneIsForgotten() {
    look(WRONG, 0);
    answer(new Outcome.Gone(), 0);

    assertThat(efforts).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Governed.class)
  void everyKindHasAWordOfItsOwn(Governed governed) {
    assertThat(governed.label()).isNotBlank().isLowerCase();
  }
}
