package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.app.render.Schemas;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.Rule;
import org.junit.jupiter.api.Test;

class RulesCommandTest {
  @Test
  void listsEveryRuleWithItsSourceAndEvidence() {
    var run = new Run().run("rules");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(KernelRules.all().stream().map(Rule::id).toList());
    assertThat(run.out())
        .contains("THREAD KTHREAD\n", "  kthread-domain  7.0 and later\n")
        .containsPattern("kernel/kthread.c \\(7\\.0, 7\\.3\\); measured on 7\\.0, 7\\.1");
  }

  @Test
  void listsWhatHoldsInOneKernel() {
    assertThat(new Run().run("rules", "--kernel", "6.12").out())
        .contains("kthread-housekeeping")
        .doesNotContain("kthread-domain", "kthread-all");
  }

  @Test
  void publishesThemAsData() {
    var run = new Run().run("rules", "--format", "json");

    assertThat(Schemas.objections("rules-1", run.out())).isEmpty();
    assertThat(run.out().lines().filter(line -> line.startsWith("  {\"id\":")))
        .hasSameSizeAs(KernelRules.all());
    assertThat(run.out()).contains("\"also_in\":[\"6.1.192\",\"6.6.87\"]");
  }

  @Test
  void theSchemaRefusesARuleWithoutEvidence() {
    String good = new Run().run("rules", "--format", "json").out();

    assertThat(Schemas.objections("rules-1", good.replaceFirst("\"source_only\":\"[^\"]*\"", "")))
        .isNotEmpty();
  }
}
