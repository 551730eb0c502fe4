package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.app.render.Schemas;
import org.isolctl.host.linux.Errno;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `isolctl run` on a machine of four CPUs with `isolcpus=2-3`; starting a command is written down
/// instead of done.
class RunCommandTest {
  private final List<String> deeds = new ArrayList<>();
  private final RunInspector inspector = new RunInspector(deeds);

  private Run run(String... words) {
    var args = new ArrayList<String>();
    args.add("run");
    args.addAll(List.of(words));
    return new Run().inspector(inspector).run(args.toArray(String[]::new));
  }

  @Test
  void aCommandTakesItsPlaceFirstAndThenIsStarted() {
    run("--cpus", "3", "--policy", "fifo:50", "--", "app", "--help", "-x");

    assertThat(deeds).containsExactly("mask 0 3", "policy 0 fifo:50", "become app --help -x");
  }

  @Test
  void optionsBehindTheCommandAreItsOwn() {
    run("--cpus", "3", "app", "--cpus", "0");

    assertThat(deeds).contains("become app --cpus 0");
  }

  @Test
  void withoutAWordItIsTheIsolatedCpusAndThePileUpIsTold() {
    var run = run("--", "app");

    assertThat(deeds).contains("mask 0 2-3");
    assertThat(run.err()).contains("nothing balances over CPUs 2-3").contains("--spread");
    assertThat(run("--cpus", "3", "--", "app").err()).doesNotContain("balances");
  }

  @Test
  void spreadStartsASecondIsolctlBeforeTheCommandTakesItsPlace() {
    run("--spread", "--", "app");

    assertThat(deeds.getFirst())
        .isEqualTo("beside run --spread --follow --pid " + ProcessHandle.current().pid());
    assertThat(deeds).contains("become app");
  }

  @Test
  void aCommandThatIsNotThereIs127AndOneThatCannotBeStarted126() {
    assertThat(run("--cpus", "3", "--", "app").exitCode()).isEqualTo(127);
    inspector.becoming(Errno.EACCES);
    assertThat(run("--cpus", "3", "--", "app").exitCode()).isEqualTo(126);
    inspector.becoming(7);
    var run = run("--cpus", "3", "--", "app");
    assertThat(run.exitCode()).isEqualTo(126);
    assertThat(run.err()).contains("E2BIG");
  }

  @Test
  void aPlaceThatCannotBeHadStartsNothing() {
    inspector.refusing(Errno.EINVAL);

    var run = run("--cpus", "3", "--", "app");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("EINVAL").contains("the command was not started");
    assertThat(deeds).noneMatch(deed -> deed.startsWith("become"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--pid 10 -- app",
        "--pid 0",
        "--cpus 1 -- app",
        "--cpus 9 --anyway -- app",
        "--housekeeping --cpus 1 -- app",
        "--partition nix -- app",
        "--follow -- app",
        "--format json -- app",
        "--policy fifo -- app",
        "--pid 77 --cpus 3"
      })
  void whatMakesNoSenseIsRefusedBeforeAnythingIsDone(String words) {
    var run = run(words.isEmpty() ? new String[0] : words.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("isolctl run: ");
    assertThat(deeds).isEmpty();
  }

  @Test
  void aProcessIsMovedWithAllItsThreads() {
    var run = run("--pid", "10", "--cpus", "3");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("MOVED  2 threads of app (10) to CPU 3\n");
    assertThat(deeds).containsExactly("mask 10 3", "mask 11 3");
  }

  @Test
  void aProcessIsMovedOffAgain() {
    run("--pid", "10", "--cpus", "3");
    deeds.clear();

    assertThat(run("--pid", "10", "--housekeeping").exitCode()).isZero();
    assertThat(deeds).containsExactly("mask 10 0-1", "mask 11 0-1");
  }

  @Test
  void theJsonFitsItsSchema() {
    var moved = run("--pid", "10", "--format", "json").out();
    assertThat(Schemas.objections("run-1", moved)).isEmpty();
    assertThat(moved).contains("\"piles_up\":true").contains("\"outcome\":\"moved\"");

    inspector.refusing(Errno.EPERM);
    var run = run("--pid", "10", "--cpus", "2", "--format", "json");
    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(Schemas.objections("run-1", run.out())).isEmpty();
    assertThat(run.out()).contains("\"outcome\":\"refused\"").contains("CAP_SYS_NICE");
  }

  @Test
  void theHelpTeaches() {
    var help = new Run().run("run", "--help").out();

    assertThat(help)
        .contains("--spread")
        .contains("--housekeeping")
        .contains("127")
        .contains("execve");
  }
}
