package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.isolctl.app.render.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PredictCommandTest {
  @TempDir private Path folder;

  @Test
  void saysThatTheKernelIsPatchedOnlyWhereAsked() {
    var line = "isolcpus=2,3";
    var patched = predict("--patched", "--format", "json", "--", line);

    assertThat(patched.err()).isEmpty();
    assertThat(Schemas.objections("predict-1", patched.out())).isEmpty();
    assertThat(parse(patched.out()).get("patched").asBoolean()).isTrue();
    assertThat(parse(patched.out()).get("threads").get("kthread").asString()).isEqualTo("0-1");
    assertThat(parse(predict("--format", "json", "--", line).out()).has("patched")).isFalse();
  }

  @Test
  void answersTheContractInJson() {
    var run = predict("--format", "json", "--", "isolcpus=foo,2,3 quiet");
    JsonNode json = parse(run.out());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(Schemas.objections("predict-1", run.out())).isEmpty();
    assertThat(json.get("isolated").asString()).isEqualTo("2-3");
    assertThat(json.get("nohz_full").asString()).isEmpty();
    assertThat(json.get("housekeeping").get("domain").asString()).isEqualTo("0-1");
    assertThat(json.get("housekeeping").get("kthread").asString()).isEqualTo("0-3");
    assertThat(json.get("workqueue_unbound").asString()).isEqualTo("0-1");
    assertThat(json.get("irq_default").asString()).isEqualTo("0-3");
    assertThat(json.get("threads").toString())
        .isEqualTo(
            """
            {"init":"0-1","kthreadd":"0-3","kthread":"0-3","node-kthread":"0-3","rcu-gp":"0-3",\
            "unbound-kworker":"0-1","rescuer":"0-3"}\
            """);
    assertThat(json.get("diagnostics").toString())
        .contains(
            """
            {"severity":"warning","code":"flag-unknown","parameter":"isolcpus","offset":9,\
            "length":3,"message":"This kernel does not know the flag 'foo' and skips it."\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "3.10;isolcpus=2-3",
        "4.15;isolcpus=2-3 nohz_full=1",
        "6.12;nohz_full=2-3 \u001b[31m \u5b57 -- isolcpus=2",
        "7.3;nohz_full=2-3 isolcpus=nohz,2-3 irqaffinity=0-3 maxcpus=2",
        "7.3;isolcpus=domain isolcpus=all isolcpus= isolcpus nohz_full=9 kthread_cpus=1",
      })
  void everyPredictionFitsItsSchema(String kernel, String line) {
    var run = new Run().run("predict", "--kernel", kernel, "--cpus", "4", "--format", "json", line);

    assertThat(Schemas.objections("predict-1", run.out())).isEmpty();
    assertThat(run.out().chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
  }

  @Test
  void theSchemaRefusesWhatIsNoPrediction() {
    String good = predict("--format", "json", "--", "isolcpus=9").out();

    assertThat(Schemas.objections("predict-1", good)).isEmpty();
    for (String[] change :
        new String[][] {
          {"cpu-out-of-range", "cpu-of-mine"}, {"\"0-3\"", "\"0 to 3\""}, {"\"threads\"", "\"th\""}
        }) {
      String changed = good.replace(change[0], change[1]);
      assertThat(changed).isNotEqualTo(good);
      assertThat(Schemas.objections("predict-1", changed)).isNotEmpty();
    }
  }

  @Test
  void showsThePlaceUnderTheLine() {
    var run = predict("--", "quiet isolcpus=2-3,5");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
              error  cpu-out-of-range
                quiet isolcpus=2-3,5
                                   ^
                CPU 5 is above the highest, 3, that this machine can have: the whole option is dropped.
                instead: write CPUs up to 3 only
            """);
  }

  @Test
  void showsTheMasksAndWhichOfThemReachIsolatedCpus() {
    assertThat(predict("--", "isolcpus=2-3").out())
        .contains("isolated          2-3\n")
        .contains("boot line         isolcpus=2-3\n")
        .contains("  init            0-1\n")
        .contains("  kthreadd        0-3  reaches 2-3\n");
  }

  @Test
  void namesTheRulesWhenAsked() {
    assertThat(predict("--why", "--", "isolcpus=2-3").out())
        .contains("                  by isolcpus-domain, init-domain\n");
    assertThat(predict("--", "isolcpus=2-3").out()).doesNotContain("by isolcpus-domain");
  }

  @Test
  void showsEachNode() {
    assertThat(predict("--nodes", "0-1/2-3", "--", "isolcpus=2-3").out())
        .contains("  node-kthread 0  0-1\n", "  node-kthread 1  2-3  reaches 2-3\n");
  }

  @Test
  void takesWhatIsNotGivenFromTheMachine() {
    var run = new Run().run("predict");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("kernel            6.12.117\n", "read from /boot/config", "isolcpus=2-3\n")
        .contains("isolation-unsupported");
  }

  @Test
  void doesNotLookAtTheMachineWhereAllIsGiven() {
    var run =
        new Run()
            .inspector(new BlindInspector())
            .run("predict", "--kernel", "7.0", "--cpus", "2", "");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("boot line         empty\n");
  }

  @Test
  void predictsForEachLineOfAFile() throws IOException {
    var file = folder.resolve("lines");
    Files.writeString(file, "isolcpus=2-3\n\nnohz_full=9\n");

    var run = predict("--lines", file.toString());
    var lines = run.out().lines().toList();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(lines).hasSize(3).allMatch(line -> Schemas.objections("predict-1", line).isEmpty());
    assertThat(parse(lines.get(0)).get("isolated").asString()).isEqualTo("2-3");
    assertThat(parse(lines.get(1)).get("boot_line").asString()).isEmpty();
  }

  @Test
  void predictsForMoreLinesThanItKeepsInMemory() throws IOException {
    var file = folder.resolve("lines");
    Files.writeString(file, "quiet\n".repeat(500));

    assertThat(predict("--lines", file.toString()).out().lines()).hasSize(500);
  }

  @Test
  void comparesKernelsAndMarksWhatChanges() {
    var run =
        new Run().run("predict", "--cpus", "4", "--compare", "6.12,7.0,7.3", "--", "nohz_full=2-3");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsPattern("(?m)^ +6\\.12 +7\\.0 +7\\.3$")
        .containsPattern("(?m)^threads\\.kthread +0-1 +0-3 \\* +0-3$")
        .containsPattern("(?m)^workqueue_unbound +0-1 +0-1 +0-3 \\*$")
        .contains("  7.0                    warning nohz-full-without-isolation\n");
  }

  @Test
  void comparesInJson() {
    var run =
        new Run()
            .run(
                "predict",
                "--cpus",
                "4",
                "--format",
                "json",
                "--compare",
                "6.12,7.0",
                "--",
                "isolcpus=2-3");
    JsonNode json = parse(run.out());

    assertThat(Schemas.objections("predict-compare-1", run.out())).isEmpty();
    assertThat(json.get("predictions")).hasSize(2);
    assertThat(json.get("changes").toString())
        .contains(
            """
            {"mask":"threads.kthread","from":"6.12","to":"7.0","was":"0-3","is":"0-1"}\
            """);
  }

  @Test
  void proposesALine() {
    var text = predict("--fix", "2-3", "--", "quiet isolcpus=3");
    var json = predict("--fix", "2-3", "--format", "json", "--", "quiet isolcpus=3");
    String line = "quiet isolcpus=managed_irq,domain,2-3 nohz_full=2-3 irqaffinity=0-1";

    assertThat(text.exitCode()).isZero();
    assertThat(text.out())
        .startsWith("PROPOSED BOOT LINE\n" + line + "\n")
        .contains("No boot word of this kernel moves these off the CPUs: node-kthread, rescuer.");
    assertThat(new Run().run("predict", "--kernel", "7.3", "--cpus", "4", "--fix", "2-3", "").out())
        .contains("No class of threads with a common mask is left on these CPUs.");
    assertThat(Schemas.objections("predict-fix-1", json.out())).isEmpty();
    assertThat(parse(json.out()).get("fixed").asString()).isEqualTo(line);
  }

  @Test
  void readsAConfigurationPackedOrNot() throws IOException {
    String text = "CONFIG_SMP=y\n# CONFIG_NO_HZ_FULL is not set\nCONFIG_CPU_ISOLATION=y\n";
    var plain = folder.resolve("config");
    var packed = folder.resolve("config.gz");
    Files.writeString(plain, text);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    for (Path file : new Path[] {plain, packed}) {
      assertThat(predict("--kconfig", file.toString(), "--", "nohz_full=2").out())
          .contains("Kernel configuration: " + file)
          .contains("nohz-unsupported");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "--kernel six                       |2|'six' is no kernel release",
        "--cpus 0                           |2|give 1 to 65536",
        "--cpus many                        |2|'many' is not an int",
        "--nodes 0-x                        |2|write nodes such as 0-1/2-3",
        "--fix 2-9                          |2|are not possible on this machine, which has 0-3",
        "--fix 0-1                          |2|is the boot CPU",
        "--fix 2 --compare 6.1              |2|are three questions; ask one",
        "--lines f isolcpus=2               |2|leave one of them out",
        "--kernel 6.1 --compare 6.12        |2|--compare names the kernels",
        "--capture a --root b               |2|name two machines",
        "--lines /nonexistent/lines         |3|cannot read the boot lines: /nonexistent/lines",
        "--kconfig /nonexistent/config      |3|/nonexistent/config",
        "--kconfig /proc/self/comm          |2|is no kernel configuration",
      })
  void anErrorOfUseSaysTheWayOut(String arguments, int code, String message) {
    var run = new Run().run(("predict " + arguments).split(" +"));

    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("isolctl predict: ").contains(message).hasLineCount(1);
  }

  private static Run predict(String... arguments) {
    var all =
        new java.util.ArrayList<>(
            java.util.List.of("predict", "--kernel", "6.12.117", "--cpus", "4"));
    all.addAll(java.util.List.of(arguments));
    return new Run().run(all.toArray(String[]::new));
  }

  private static JsonNode parse(String json) {
    return JsonMapper.builder().build().readTree(json);
  }
}
