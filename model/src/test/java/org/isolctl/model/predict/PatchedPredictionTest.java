package org.isolctl.model.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.Rule;
import org.isolctl.model.thread.ThreadClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Kernels that were built with kernel/isolate-kthreads.cocci.
class PatchedPredictionTest {
  private static final Path EVIDENCE = Path.of("../kernel/evidence");

  private static PredictionInput input(String kernel, String line) {
    return PredictionInput.of(KernelVersion.parse(kernel), 4, line);
  }

  private static Prediction patched(String kernel, String line) {
    return Predictor.predict(input(kernel, line).withPatched());
  }

  /// One boot of kernel/evidence.
  record Boot(
      String kernel,
      boolean isPatched,
      String line,
      String isolated,
      String init,
      String kthreadd,
      List<String> kthreads,
      String moduleSees) {
    private static Stream<Boot> read(Path file) {
      try {
        var name = file.getFileName().toString();
        var kernel = name.replaceFirst("\\.\\w+\\.tsv$", "");
        return Files.readAllLines(file).stream()
            .skip(1)
            .map(row -> row.split("\t", -1))
            .map(cell ->
                new Boot(
                    kernel,
                    !name.endsWith(".stock.tsv"),
                    cell[0],
                    cell[1],
                    cell[2],
                    cell[3],
                    List.of(cell[4], cell[5]),
                    cell[7]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static List<Boot> boots() throws IOException {
    try (var files = Files.list(EVIDENCE)) {
      var boots = new ArrayList<Boot>();
      files
          .filter(file -> file.toString().endsWith(".tsv"))
          .forEach(file -> Boot.read(file).forEach(boots::add));
      return boots;
    }
  }

  @ParameterizedTest
  @MethodSource("boots")
  void every_mask_that_was_seen_is_the_predicted_one(Boot boot) {
    var input = input(boot.kernel(), boot.line());
    var prediction = Predictor.predict(boot.isPatched() ? input.withPatched() : input);

    assertThat(prediction.isolated()).hasToString(boot.isolated());
    assertThat(prediction.maskOf(ThreadClass.INIT)).hasToString("Optional[" + boot.init() + "]");
    assertThat(prediction.maskOf(ThreadClass.KTHREADD))
        .hasToString("Optional[" + boot.kthreadd() + "]");
    assertThat(boot.kthreads())
        .allSatisfy(seen ->
            assertThat(prediction.maskOf(ThreadClass.KTHREAD))
                .hasToString("Optional[" + seen + "]"));
    if (boot.isPatched()) {
      assertThat(prediction.isolated()).hasToString(boot.moduleSees());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // kernel | line | kthreadd | kthread | rcu-gp | rcuo | node-kthread
        "3.10   | isolcpus=2,3                     | 0-1 | 0-1 | 0-1 |     | 0-3",
        "3.10   | isolcpus=0,1                     | 2-3 | 2-3 | 0   |     | 0-3",
        "4.4    | isolcpus=2,3                     | 0-1 | 0-1 | 0-1 |     | 0-3",
        "4.19   | isolcpus=2,3                     | 0-1 | 0-1 | 0-1 |     | 0-3",
        "6.12   | isolcpus=2,3 rcu_nocbs=2,3       | 0-1 | 0-1 | 0-1 | 0-1 | 0-3",
        "6.12   | isolcpus=0,1                     | 2-3 | 2-3 | 0   |     | 0-3",
        "6.12   | isolcpus=2,3 nohz_full=1-3       | 0   | 0   | 0   | 0   | 0-3",
        "6.18   | isolcpus=2,3                     | 0-1 | 0-1 | 0-1 |     | 0-1",
        "7.0    | isolcpus=2,3                     | 0-1 | 0-1 | 0-1 |     | 0-1",
      })
  void threads_made_by_kthreadd_leave_out_what_is_isolated_at_boot(
      String kernel,
      String line,
      String kthreadd,
      String kthread,
      String gracePeriods,
      @Nullable String offloaders,
      String ofNode) {
    var prediction = patched(kernel, line);

    assertThat(mask(prediction, ThreadClass.KTHREADD)).isEqualTo(kthreadd);
    assertThat(mask(prediction, ThreadClass.KTHREAD)).isEqualTo(kthread);
    assertThat(mask(prediction, ThreadClass.RCU_GP)).isEqualTo(gracePeriods);
    assertThat(mask(prediction, ThreadClass.RCUO)).isEqualTo(offloaders == null ? "" : offloaders);
    assertThat(mask(prediction, ThreadClass.NODE_KTHREAD)).isEqualTo(ofNode);
  }

  @ParameterizedTest
  @CsvSource({"3.10", "4.4", "5.4"})
  void before_the_housekeeping_type_too_offloading_threads_are_moved(String kernel) {
    var offloading =
        KernelConfig.of(
            Map.of("SMP", "y", "CPU_ISOLATION", "y", "RCU_NOCB_CPU", "y"), "of the test");
    var input = input(kernel, "isolcpus=2,3 rcu_nocbs=2,3").withConfig(offloading);

    assertThat(mask(Predictor.predict(input), ThreadClass.RCUO)).isEqualTo("0-3");
    assertThat(mask(Predictor.predict(input.withPatched()), ThreadClass.RCUO)).isEqualTo("0-1");
  }

  private static String mask(Prediction prediction, ThreadClass threadClass) {
    return prediction.maskOf(threadClass).map(CpuSet::toList).orElse("");
  }

  @Test
  void rescuers_and_the_housekeeping_types_stay_as_they_were() {
    var stock = Predictor.predict(input("6.12", "isolcpus=2,3"));
    var patched = patched("6.12", "isolcpus=2,3");

    assertThat(patched.maskOf(ThreadClass.RESCUER)).isEqualTo(stock.maskOf(ThreadClass.RESCUER));
    assertThat(patched.housekeeping()).isEqualTo(stock.housekeeping());
  }

  @Test
  void the_patch_is_named_where_it_changed_a_mask() {
    var because = patched("6.12", "isolcpus=2,3").because();

    assertThat(because.get("threads.kthread")).endsWith("patched-kthread-default");
    assertThat(because.get("threads.init")).doesNotContain("patched-kthread-default");
    assertThat(patched("6.12", "quiet").because().get("threads.kthread"))
        .doesNotContain("patched-kthread-default");
    assertThat(KernelRules.all().stream().map(Rule::id)).contains("patched-kthread-default");
  }

  @Test
  void what_is_left_to_warn_of_is_a_line_that_leaves_nothing() {
    assertThat(patched("6.12", "isolcpus=2,3").diagnostics())
        .extracting(Diagnostic::code)
        .doesNotContain(DiagnosticCode.KTHREADS_NOT_MOVED);
    assertThat(patched("6.12", "nohz_full=0-1 isolcpus=2,3").diagnostics())
        .filteredOn(remark -> remark.code() == DiagnosticCode.KTHREADS_NOT_MOVED)
        .extracting(Diagnostic::message)
        .containsExactly(
            "isolcpus= and nohz_full= leave kernel threads no CPU together: their mask still"
                + " reaches CPUs 2-3.");
  }

  @Test
  void from_seven_on_the_patch_changes_nothing_and_the_answer_says_so() {
    var stock = Predictor.predict(input("7.0", "isolcpus=2,3"));
    var patched = patched("7.0", "isolcpus=2,3");

    assertThat(patched.threads()).isEqualTo(stock.threads());
    assertThat(patched.because()).isEqualTo(stock.because());
    assertThat(patched.assumptions())
        .contains(
            "This kernel moves kernel threads itself: isolate-kthreads.cocci changes no mask of"
                + " it.");
  }
}
