package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.Schemas;
import org.isolctl.host.act.Machine;
import org.isolctl.host.run.Programs;
import org.isolctl.host.vm.CollectorReport;
import org.isolctl.host.vm.Trial;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.plan.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The verb with a guest that reports what the test says; the lab boots real ones.
class TryCommandTest {
  private static final String AS_PREDICTED =
      """
      file /sys/devices/system/cpu/isolated 4
      2-3

      %s%s%s%s%s%s%s%s\
      note <4>[    0.0] isolcpus: a remark
      end 8
      """
          .formatted(
              thread("0-1", 1, "init", 0),
              thread("0-3", 2, "kthreadd", 0x200000),
              thread("0-3", 10, "khugepaged", 0x200000),
              thread("0-3", 11, "kswapd0", 0x200000),
              thread("0-3", 12, "rcu_preempt", 0x200000),
              thread("0-1", 13, "kworker/u8:0", 0x4200020),
              thread("0-3", 14, "kworker/R-mm_percpu_wq", 0x4200020),
              thread("0-1", 15, "kworker/R-writeback", 0x4200020));

  @TempDir private Path folder;
  private final List<Trial> trials = new ArrayList<>();
  private Path image = Path.of("");

  @BeforeEach
  void makeAnImage() throws IOException {
    byte[] bytes = new byte[0x1000];
    System.arraycopy("HdrS".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0x202, 4);
    bytes[0x20f] = 4;
    byte[] version = "6.12.117 (builder) #1".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(version, 0, bytes, 0x600, version.length);
    image = Files.write(folder.resolve("vmlinuz"), bytes);
  }

  @Test
  void showsPredictedAndMeasuredSideBySide() {
    var run = attempt(AS_PREDICTED, "--cpus", "4", "--", "isolcpus=2-3");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("AS PREDICTED  8 masks\n")
        .contains("kernel              6.12.117\n", "boot line           isolcpus=2-3\n")
        .containsPattern("(?m)^ +predicted +measured$")
        .containsPattern("(?m)^isolated +2-3 +2-3$")
        .containsPattern("(?m)^kthread +0-3 +0-3$")
        .containsPattern("(?m)^rescuer +0-3 +0-3, 0-1 \\(kworker/R-writeback\\)$")
        .contains("KNOWN DIFFERENCES\n  rescuer-of-unbound\n")
        .contains("THE KERNEL'S LOG SAYS\n  isolcpus: a remark\n");
    assertThat(trials).containsExactly(new Trial(image, 4, List.of(), "isolcpus=2-3"));
  }

  @Test
  void aDifferenceIsAFindingAndAsksForAReport() throws IOException {
    var run =
        attempt(
            AS_PREDICTED.replace("thread 0-3\n10", "thread 3\n10"), "--cpus", "4", "isolcpus=2-3");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("DIFFERS FROM THE PREDICTION  1 of 8 masks\n")
        .containsPattern("(?m)^kthread +0-3 +3 \\(khugepaged\\) differs$");
    assertThat(run.err()).contains("Please report it").containsPattern("isolctl-try-6\\.12-");
    Path attachment = Path.of(run.err().replaceFirst("(?s).*the file (.*)\\.\\n$", "$1"));
    assertThat(attachment).content().contains("khugepaged");
    Files.delete(attachment);
  }

  @Test
  void answersInJson() {
    var good = attempt(AS_PREDICTED, "--cpus", "4", "--format", "json", "isolcpus=2-3").out();

    assertThat(Schemas.objections("try-1", good)).isEmpty();
    assertThat(good)
        .contains("\"verdict\":\"as-predicted\"", "\"known_as\":\"rescuer-of-unbound\"");
    assertThat(Schemas.objections("try-1", good.replace("as-predicted", "fine"))).isNotEmpty();
  }

  @Test
  void triesAsManyCpusAsTheMachineHasAndItsLine() {
    var run = attempt(AS_PREDICTED);

    assertThat(trials).extracting(Trial::cpus).containsExactly(4);
    assertThat(trials).extracting(Trial::bootLine).first().asString().contains("isolcpus=2-3");
    assertThat(run.exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "--cpus 0 x                                |2|has 1 to 255 CPUs",
        "--cpus 4 --nodes 0-1/2-4 x                |2|each of the CPUs 0-3 once",
        "--cpus 4 --nodes 0-2/2-3 x                |2|each of the CPUs 0-3 once",
        "--cpus 4 --kernel /nonexistent/vmlinuz x  |3|/nonexistent/vmlinuz: no such file",
        "--cpus 4 --kernel /proc/self/comm x       |3|is no kernel image",
        "--cpus 4 --kernel 0.0.1 x                 |3|name its file with --kernel FILE",
      })
  void anErrorOfUseSaysTheWayOut(String arguments, int code, String message) {
    var run = attempt("", arguments.strip().split(" +"));

    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.err()).startsWith("isolctl try: ").contains(message);
  }

  private Run attempt(String report, String... arguments) {
    var all = new ArrayList<>(List.of("try"));
    if (!List.of(arguments).contains("--kernel")) {
      all.addAll(List.of("--kernel", image.toString()));
    }
    all.addAll(List.of(arguments));
    return new Run().inspector(new Reporter(report)).run(all.toArray(String[]::new));
  }

  private static String thread(String mask, int tid, String comm, long flags) {
    return "thread %s\n%d (%s) S 2 0 0 0 -1 %d 0 0 0 0 0 0 0 0 20 0 1 0 44 0 0 0%s\n"
        .formatted(mask, tid, comm, flags, " 0".repeat(20));
  }

  /// Reports the same, whatever is booted.
  private final class Reporter implements Inspector {
    private final String report;

    Reporter(String report) {
      this.report = report;
    }

    @Override
    public Programs programs(MachineFacts machine) {
      throw new AssertionError("nobody was to move a program");
    }

    @Override
    public CollectorReport boot(Trial trial, Progress progress) {
      trials.add(trial);
      progress.booting(Duration.ofSeconds(1), Duration.ofSeconds(300));
      return CollectorReport.parse(
          ("isolctl-collector 1\nfile /proc/sys/kernel/osrelease 9\n6.12.117\n\n" + report)
              .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Inspection inspect(
        MachineOptions options, Depth depth, Optional<Duration> watch, Progress progress) {
      throw new AssertionError("nobody was to judge a machine");
    }

    @Override
    public MachineFacts machine(Optional<Path> capture, Optional<Path> root) {
      return MachineSketch.facts().machine();
    }

    @Override
    public Plan plan(MachineOptions options, Progress progress) {
      throw new AssertionError("nobody was to plan a change");
    }

    @Override
    public Machine settings() {
      throw new AssertionError("nobody was to change a machine");
    }

    @Override
    public HostFacts capture(Path target) {
      throw new AssertionError("nobody was to write a capture");
    }
  }
}
