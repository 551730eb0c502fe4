package org.isolctl.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTextTest {
  private static final Paper PAPER = new Paper(100, false, true);

  @Test
  void aPlanReadsLikeADiff() {
    assertThat(PlanText.render(Plans.plan(true), PAPER, false))
        .isEqualTo(
            """
            PLAN  4 changes keep CPUs 2-3 free; housekeeping is on CPUs 0-1

            the parent of all kernel threads: kthreadd (2)
            - 0-3
            + 0-1
              sched_setaffinity; until the thread ends; kthread-stray

            2 threads: khungtaskd (30), a\\x1b[2J\\x0ab (31)
            - 0-3
            + 0-1
              sched_setaffinity; until the thread ends; kthread-stray

            1 interrupt: IRQ 24 eth0
            - 0-3
            + 0-1
              /proc/irq/24/smp_affinity_list; until its driver is loaded again, or reboot; irq-stray

            LEFT AS IT IS  found, but not to be mended by a change of masks
              kworker/R-x (9): the kernel refuses another mask for it

            Kernel threads that are made from now on inherit the mask of kthreadd on this kernel (6.2 and
            later).
            """);
  }

  @Test
  void aKernelThatForgetsIsNamed() {
    assertThat(PlanText.render(Plans.plan(false), PAPER, false)).contains("do not inherit");
  }

  @Test
  void anEmptyPlanSaysSo() {
    assertThat(PlanText.render(Plans.empty(), PAPER, false))
        .isEqualTo("NOTHING TO DO  CPUs 2-3: nothing that can be moved reaches there\n");
  }

  @Test
  void resultsNameWhatWentOtherwise() {
    var sheet = new Sheet(PAPER);
    ResultsText.write(sheet, Plans.results(), "written", false);

    assertThat(sheet.toString())
        .startsWith("NOT ALL DONE  3 changes written, 3 failed; the rest stands\n")
        .contains("(31): EPERM: the capability CAP_SYS_NICE is lacking\n")
        .contains("(31): was so already\n")
        .contains("it holds 0-2 now: somebody else changed it")
        .doesNotContain("\u001b");
  }

  @Test
  void whenAllWentWellThatIsAll() {
    var sheet = new Sheet(PAPER);
    ResultsText.write(sheet, Plans.results().subList(0, 1), "taken back", false);

    assertThat(sheet.toString()).isEqualTo("DONE  1 change taken back\n");
  }
}
