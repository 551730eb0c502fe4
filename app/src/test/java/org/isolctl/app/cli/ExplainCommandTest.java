package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.app.pages.Pages;
import org.isolctl.app.render.Audits;
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

  @Test
  void showsAThreadWithoutObeyingItsName() {
    assertThat(Run.with(Audits.intact()).run("explain", "4712").out())
        .isEqualTo(
            """
            app\\x1b[0m (4712)
              class     user, of process 4711, parent 0
              movable   yes, sched_setaffinity is allowed
              last ran  on CPU 1
              mask      1
              isolated  2-3

            It is fine. Its mask does not reach the isolated CPUs 2-3.
            """);
  }

  @Test
  void saysOfAThreadOnAMachineWithoutIsolationThatItCannotStray() {
    assertThat(Run.with(Audits.notIsolated()).run("explain", "2").out())
        .endsWith("No CPU is isolated here, so it is nowhere that it should not be.\n");
  }
}
