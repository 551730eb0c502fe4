package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.app.render.Plans;
import org.isolctl.host.act.Journal;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `isolctl plan`, `apply` and `undo` on a machine in memory.
class ActingTest {
  @TempDir Path folder;
  private final Map<Target, Value> settings = new HashMap<>();

  private Run run(Plan plan, String... args) {
    plan.changes().forEach(change -> settings.putIfAbsent(change.target(), change.from()));
    return new Run().inspector(new ActingInspector(plan, settings)).run(args);
  }

  private Run acting(String verb, String... more) {
    var args = new ArrayList<String>();
    args.add(verb);
    args.add("--journal");
    args.add(folder.toString());
    args.addAll(List.of(more));
    return run(Plans.plan(true), args.toArray(String[]::new));
  }

  @Test
  void planTellsByItsExitCodeWhetherThereIsSomethingToDo() {
    assertThat(run(Plans.plan(true), "plan").exitCode()).isEqualTo(1);
    assertThat(run(Plans.empty(), "plan").exitCode()).isZero();
  }

  @Test
  void withoutATerminalNothingIsDoneUnlessItIsSaid() {
    var run = acting("apply");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--yes");
    assertThat(settings.get(Plans.KTHREADD)).isEqualTo(Value.parse("0-3"));
  }

  @Test
  void applyMakesTheChangesAndUndoTakesThemBack() {
    var applied = acting("apply", "--yes");
    assertThat(applied.exitCode()).isZero();
    assertThat(applied.out()).startsWith("DONE  4 changes written\n").contains("INTACT");
    assertThat(settings.values()).containsOnly(Value.parse("0-1"));

    var again = acting("apply", "--yes", "--format", "json");
    assertThat(again.out()).contains("\"written\":0,");

    var undone = acting("undo", "--yes");
    assertThat(undone.exitCode()).isZero();
    assertThat(undone.out())
        .startsWith("DONE  4 changes taken back\n")
        .contains("keep the mask that they inherited from kthreadd");
    assertThat(settings.values()).containsOnly(Value.parse("0-3"));
    assertThat(acting("undo", "--yes").out()).startsWith("NOTHING TO TAKE BACK");
  }

  @Test
  void whatWasReviewedIsWhatIsDoneAndWhatHasChangedSinceIsRefusedLineByLine() throws IOException {
    var file = folder.resolve("plan.json");
    run(Plans.plan(true), "plan", "-o", file.toString());
    settings.put(Plans.KTHREADD, Value.parse("0-2"));

    var run = run(Plans.empty(), "apply", file.toString(), "--yes", "--journal", folder.toString());

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).contains("kthreadd (2): it holds 0-2 now: somebody else changed it");
    assertThat(settings.get(Plans.KTHREADD)).isEqualTo(Value.parse("0-2"));
    assertThat(settings.get(Plans.HOSTILE)).isEqualTo(Value.parse("0-1"));
  }

  @Test
  void aPlanSurvivesItsFile() throws IOException {
    var file = folder.resolve("plan.json");
    run(Plans.plan(true), "plan", "-o", file.toString());

    assertThat(PlanFile.read(file).changes()).isEqualTo(Plans.plan(true).changes());
    assertThat(PlanFile.read(file).isolated()).isEqualTo(Plans.plan(true).isolated());
    assertThat(PlanFile.read(file).childrenInherit()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"schema\":\"isolctl/audit/1\"}",
        "{\"schema\":\"isolctl/plan/1\"}",
        "{\"schema\":\"isolctl/plan/1\",\"isolated\":\"2\",\"housekeeping\":\"0\",\"changes\":{}}",
        "{\"schema\":\"isolctl/plan/1\",\"isolated\":\"2\",\"housekeeping\":\"0\",\"changes\":[{}]}",
        "{\"schema\":\"isolctl/plan/1\",\"isolated\":\"2\",\"housekeeping\":\"0\",\"changes\":"
            + "[{\"id\":\"receive-queue .. x\",\"from\":\"0\",\"to\":\"1\",\"because\":\"x\"}]}"
      })
  void whatIsNoPlanIsRefusedAndNamed(String content) throws IOException {
    var file = Files.writeString(folder.resolve("plan.json"), content);

    var run = run(Plans.empty(), "apply", file.toString(), "--yes");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(file.toString());
  }

  @Test
  void onlyTheMachineThatItRunsOnCanBeChanged() {
    assertThat(acting("apply", "--yes", "--root", "/mnt").exitCode()).isEqualTo(2);
  }

  @Test
  void twoCannotActAtOnce() throws IOException {
    try (var _ = Journal.open(folder, "boot")) {
      var run = acting("apply", "--yes");

      assertThat(run.exitCode()).isEqualTo(3);
      assertThat(run.err()).contains("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void aJournalOfAnEarlierBootHasNothingToTakeBack() throws IOException {
    Files.writeString(
        folder.resolve("journal"),
        "isolctl-journal\t1\nboot\tbefore\nchange\t1\tirq-default\t0-3\t0-1\trequested\n");

    assertThat(acting("undo", "--yes").out()).contains("from an earlier boot");
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "Y", " yes ", "YES"})
  void yesIsYes(String answer) {
    assertThat(ConsentOption.isYes(Optional.of(answer))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "no", "yep", "j"})
  void anythingElseIsNo(String answer) {
    assertThat(ConsentOption.isYes(Optional.of(answer))).isFalse();
    assertThat(ConsentOption.isYes(Optional.empty())).isFalse();
  }
}
