package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.app.guard.FakeKernel.ALL;
import static org.isolctl.app.guard.FakeKernel.KEEP;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.policy.Glob;
import org.isolctl.model.policy.Policy;
import org.isolctl.model.policy.PolicyException;
import org.junit.jupiter.api.Test;

class PolicyAgentTest {
  private final FakeKernel kernel = new FakeKernel().make(70, "kthread");
  private final View view = new View();
  private final FakeGuard guard = new FakeGuard(kernel);
  private Optional<Policy> file = Optional.of(Policy.NONE);
  private final PolicyAgent agent =
      new PolicyAgent(new Source(), Policy.NONE, view, guard.keeper, guard.scans, kernel, kernel);

  private static final class View implements IsolationView {
    private CpuSet isolated = CpuSet.of(2, 3);
    private String fingerprint = "one";

    @Override
    public CpuSet isolated(Optional<CpuSet> byUser) {
      return byUser.map(isolated::union).orElse(isolated);
    }

    @Override
    public CpuSet online() {
      return ALL;
    }

    @Override
    public String fingerprint() {
      return fingerprint;
    }
  }

  private final class Source implements PolicySource {
    @Override
    public Policy read() throws PolicyTroubleException {
      if (file.isEmpty()) {
        throw new PolicyTroubleException("policy.toml:1: nonsense", new Exception("nonsense"));
      }
      return file.get();
    }

    @Override
    public String name() {
      return "policy.toml";
    }
  }

  private void run(long millis) {
    for (long i = 0; i < millis; i += 10) {
      agent.step();
      guard.run(10);
    }
  }

  @Test
  void aPartitionThatIsMadeIsGuardedAndOneThatGoesIsNot() {
    run(500);
    assertThat(kernel.maskOf(70)).isEqualTo(KEEP);

    view.isolated = CpuSet.of(1, 2, 3);
    view.fingerprint = "two";
    run(2_500);
    assertThat(kernel.maskOf(70)).isEqualTo(CpuSet.of(0));

    view.isolated = CpuSet.empty();
    view.fingerprint = "three";
    kernel.force(70, ALL);
    run(2_500);
    assertThat(kernel.maskOf(70)).isEqualTo(ALL);
    assertThat(kernel.told).contains(new Happening.Isolated(CpuSet.of(1, 2, 3), CpuSet.empty()));
  }

  @Test
  void aChangeOfTheMachineIsAReasonToLookAtEverything() {
    run(500);
    kernel.force(70, ALL);
    view.fingerprint = "two";
    run(2_500);

    assertThat(kernel.maskOf(70)).isEqualTo(KEEP);
  }

  @Test
  void aReloadTakesTheNewPolicy() {
    run(500);
    kernel.make(71, "vhost-1");
    var exception =
        new PolicyException(
            Optional.of(new Glob("vhost-*")), Optional.empty(), Optional.empty(), "guests");
    file = Optional.of(new Policy(Optional.empty(), List.of(exception)));
    agent.reload();
    run(500);

    assertThat(kernel.maskOf(71)).isEqualTo(ALL);
    assertThat(kernel.told).contains(new Happening.Reloaded("policy.toml"));
  }

  @Test
  void aPolicyThatMakesNoSenseLeavesTheOldOneAndSaysWhy() {
    run(500);
    file = Optional.empty();
    agent.reload();
    run(100);

    assertThat(guard.keeper.policy().isolated()).isEqualTo(CpuSet.of(2, 3));
    assertThat(kernel.told)
        .filteredOn(Happening.Trouble.class::isInstance)
        .singleElement()
        .asString()
        .contains("policy.toml:1: nonsense");
  }
}
