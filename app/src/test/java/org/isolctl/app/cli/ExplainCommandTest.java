package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.app.pages.Pages;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
  @Test
  void withoutATopicItListsAllPages() {
    var run = new Run().run("explain");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("FINDINGS\n  kthread-stray         a kernel thread whose mask");
    Pages.causes().forEach(page -> assertThat(run.out()).contains("\n  " + page.label() + " "));
  }

  @Test
  void showsThePageOfAFindingAndOfACause() {
    assertThat(new Run().run("explain", "pile-up").out())
        .startsWith("pile-up: several threads share isolated CPUs where nothing spreads them\n");
    assertThat(new Run().run("explain", "managed-irq").out())
        .startsWith("managed-irq: the kernel spreads this interrupt itself\n");
  }
}
