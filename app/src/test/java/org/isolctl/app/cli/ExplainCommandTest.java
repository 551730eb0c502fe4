package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.app.pages.Pages;
import org.isolctl.app.render.Audits;
import org.isolctl.app.render.ExplainJson;
import org.isolctl.app.render.Schemas;
import org.isolctl.app.render.ThreadStory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  void answersInJsonWithAListAPageOrTheStoryOfAThread() {
    String list = new Run().run("explain", "--format", "json").out();
    assertThat(Schemas.objections("explain-1", list)).isEmpty();
    assertThat(list).contains("\"kind\":\"list\"", "\"code\":\"irq-pending\"");

    String page = new Run().run("explain", "--format", "json", "pile-up").out();
    assertThat(Schemas.objections("explain-1", page)).isEmpty();
    assertThat(page).contains("\"code\":\"pile-up\"", "# pile-up: several threads");

    String fine = Run.with(Audits.intact()).run("explain", "--format", "json", "4712").out();
    assertThat(Schemas.objections("explain-1", fine)).isEmpty();
    assertThat(fine).contains("\"judgement\":\"fine\"", "\"comm\":\"app\\u001B[0m\"");
    assertThat(Schemas.objections("explain-1", fine.replace("fine", "good"))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"812, stray", "30, stray", "901, stray", "700, allowed", "5, fine"})
  void theStoryInJsonSaysHowTheThreadStands(int tid, String judgement) {
    var thread = MachineSketch.thread(tid, tid, "any", 0, "0-1");

    String story = ExplainJson.thread(ThreadStory.of(thread, Audits.violated()));

    assertThat(Schemas.objections("explain-1", story)).isEmpty();
    assertThat(story).contains("\"judgement\":\"" + judgement + "\"");
    assertThat(story.contains("\"reason\":")).isEqualTo(judgement.equals("allowed"));
    assertThat(story.contains("\"findings\":[]")).isEqualTo(!judgement.equals("stray"));
  }

  @Test
  void saysOfAThreadOnAMachineWithoutIsolationThatItCannotStray() {
    assertThat(Run.with(Audits.notIsolated()).run("explain", "2").out())
        .endsWith("No CPU is isolated here, so it is nowhere that it should not be.\n");
  }
}
