package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isolctl.model.guard.GuardPolicy;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.policy.Governed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsAgentTest {
  @TempDir private Path root;
  private final FakeKernel clock = new FakeKernel();
  private final Counts counts = new Counts();
  private GuardPolicy policy =
      new GuardPolicy(FakeKernel.ISOLATED, List.of(), Set.of(Governed.IRQS));
  private FakeSettings settings;
  private SettingsAgent agent;

  @BeforeEach
  void begin() {
    settings = new FakeSettings(root);
    agent = new SettingsAgent(settings, () -> policy, Duration.ofSeconds(10), counts, clock, clock);
  }

  private void run(int seconds) {
    agent.step();
    for (int i = 0; i < seconds; i++) {
      clock.pass(1_000);
      agent.step();
    }
  }

  private List<String> told() {
    return clock.told.stream().map(it -> LogEntry.of(it, 0).text()).toList();
  }

  @Test
  void withoutTheWordOfThePolicyNothingIsTouched() {
    policy = new GuardPolicy(FakeKernel.ISOLATED, List.of());
    run(60);

    assertThat(settings.mask()).isEqualTo("0-3");
    assertThat(told()).isEmpty();
  }

  @Test
  void aMaskIsPutRightAtOnceAndAgainAtThePaceOfTheSlowScan() {
    run(0);
    assertThat(settings.mask()).isEqualTo("0-1");

    settings.reset();
    run(9);
    assertThat(settings.mask()).isEqualTo("0-3");
    run(1);
    assertThat(settings.mask()).isEqualTo("0-1");
    assertThat(told()).containsOnly("info: IRQ 24 eth0 from 0-3 to 0-1: written");
    assertThat(counts.get(Counter.SETTINGS)).isEqualTo(2);
  }

  private void setBackAgainAndAgain() {
    for (int i = 0; i < 60; i++) {
      settings.reset();
      run(10);
    }
  }

  @Test
  void whoeverSetsItBackAgainAndAgainIsLeftInPeace() {
    setBackAgainAndAgain();

    assertThat(settings.writes).isEqualTo(1 + GuardPolicy.MOST_CONTESTS);
    assertThat(settings.mask()).isEqualTo("0-3");
    assertThat(counts.get(Counter.SETTINGS_CONTESTED)).isEqualTo(1);
    assertThat(told().getLast())
        .isEqualTo("warning: IRQ 24 eth0 was set back 9 times, to 0-3: left so");
  }

  @Test
  void aPolicyThatWasReadAgainIsANewTry() {
    setBackAgainAndAgain();
    policy = new GuardPolicy(policy.isolated(), policy.exceptions(), policy.governed());
    run(0);

    assertThat(settings.mask()).isEqualTo("0-1");
  }

  @Test
  void aRefusalIsToldAndCountedAndNotRepeatedAtEveryScan() {
    settings.outcome = new Outcome.Refused("EACCES", "only root may write this file", false);
    run(60);

    assertThat(counts.refusals()).containsOnlyKeys("EACCES").containsValue(1L);
    assertThat(told())
        .containsExactly(
            "warning: IRQ 24 eth0 from 0-3 to 0-1: refused (EACCES: only root may write this"
                + " file)");
  }

  @Test
  void whileAnotherIsolctlChangesTheMachineItWaits() {
    settings.busy = true;
    run(10);
    assertThat(settings.mask()).isEqualTo("0-3");
    assertThat(told().getFirst()).contains("process 7").contains("next scan");

    settings.busy = false;
    run(10);
    assertThat(settings.mask()).isEqualTo("0-1");
  }

  @Test
  void whatIsLackingForItIsToldAtTheStart() {
    settings.obstacle = Optional.of("/proc/irq may be written with CAP_DAC_OVERRIDE");
    run(30);

    assertThat(told())
        .filteredOn(line -> line.contains("CAP_DAC_OVERRIDE"))
        .containsExactly(
            "error: the policy asks for more than is allowed: /proc/irq may be written with"
                + " CAP_DAC_OVERRIDE");
  }
}
