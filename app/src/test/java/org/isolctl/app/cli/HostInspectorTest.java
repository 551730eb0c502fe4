package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.app.render.AuditJsonTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way from a machine's files to the answer.
class HostInspectorTest {
  @TempDir Path folder;

  @Test
  void judgesTheMachineInAFolder() throws IOException {
    var run = run("audit", "--root", machine(), "--format", "json");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    AuditJsonTest.assertFitsTheSchema(run.out());
    assertThat(run.out())
        .contains("\"verdict\":\"violated\"", "\"kernel\":\"6.12.117\"", "\"isolated\":\"2-3\"")
        .contains("{\"kind\":\"thread\",\"tid\":35,\"comm\":\"khungtaskd\",\"class\":\"kthread\"}")
        .contains("{\"tid\":900,\"tgid\":900,\"comm\":\"app\",\"class\":\"user\",\"mask\":\"3\"}")
        .doesNotContain("\"tid\":1,");
  }

  @Test
  void takesIsolatedCpusFromTheCommandLineAndThePolicyTogether() throws IOException {
    Path policy = folder.resolve("policy.toml");
    Files.writeString(policy, "isolated = \"1\"\n");

    var run =
        run(
            "audit",
            "--root",
            machine(),
            "--format",
            "json",
            "--isolated",
            "0",
            "--policy",
            policy.toString());

    assertThat(run.out()).contains("{\"kind\":\"user\",\"cpus\":\"0-1\",");
  }

  @Test
  void aPolicyTakesItsExceptionsOutOfTheFindings() throws IOException {
    Path policy = folder.resolve("policy.toml");
    Files.writeString(
        policy, "[[exception]]\ncomm = \"khung*\"\nreason = \"it hardly ever runs\"\n");

    var run = run("audit", "--root", machine(), "--policy", policy.toString());

    assertThat(run.out())
        .contains("  khungtaskd (35)\n    reason: it hardly ever runs\n")
        .contains("kthreadd (2)");
  }

  @Test
  void takesTheKernelsCountOfThreadsWhereNoCpuIsIsolated() throws IOException {
    var root = Path.of(machine());
    Files.writeString(root.resolve("sys/devices/system/cpu/isolated"), "\n");
    var json = run("audit", "--root", root.toString(), "--format", "json");
    assertThat(json.out()).contains("\"verdict\":\"not-isolated\"").contains("\"seen\":4,");

    Files.writeString(root.resolve("proc/loadavg"), "0.00 0.00 0.00 1/4711 900\n");
    Files.writeString(root.resolve("proc/2/task/2/children"), "35 ");
    var counted = run("audit", "--root", root.toString(), "--format", "json");
    assertThat(counted.out()).isEqualTo(json.out().replace("\"seen\":4,", "\"seen\":4711,"));
  }

  @Test
  void tellsTheStoryOfOneThread() throws IOException {
    assertThat(run("explain", "35", "--root", machine()).out())
        .startsWith("khungtaskd (35)\n  class     kthread, parent 2\n")
        .contains("\n  mask      0-3\n  isolated  2-3\n")
        .contains("kthread-stray  khungtaskd (35), kernel thread, mask 0-3, reaches 2-3");
    assertThat(run("explain", "1", "--root", machine()).out())
        .contains("It is fine. Its mask does not reach the isolated CPUs 2-3.");
    assertThat(run("explain", "900", "--root", machine()).out()).contains("It belongs there.");
  }

  @Test
  void saysThatThereIsNoSuchThread() throws IOException {
    var run = run("explain", "77", "--root", machine());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("isolctl explain: there is no thread 77; 'ps -eLo tid,comm' lists them.\n");
  }

  @Test
  void saysWhichMachineCannotBeRead() {
    Path nowhere = folder.resolve("nowhere.tar.gz");
    var run = run("audit", "--capture", nowhere.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .isEqualTo("isolctl audit: cannot read " + nowhere + ": no such file or folder.\n");
  }

  @Test
  void writesACaptureOfThisMachineThatCanBeJudged() throws IOException {
    Path file = folder.resolve("host.tar.gz");
    var capture = run("capture", "-o", file.toString());
    var audit = run("audit", "--capture", file.toString(), "--format", "json");

    assertThat(capture.exitCode()).isZero();
    assertThat(capture.out())
        .startsWith(file + ", ")
        .contains("no command line and no environment of any process");
    assertThat(Files.size(file)).isPositive();
    AuditJsonTest.assertFitsTheSchema(audit.out());
  }

  @Test
  void saysWhyACaptureCannotBeWritten() {
    var run = run("capture", "-o", folder.resolve("no/such/folder.tar.gz").toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("isolctl capture: cannot write the capture ").hasLineCount(1);
  }

  private Run run(String... args) {
    return new Run().environment("COLUMNS", "200").inspector(new HostInspector()).run(args);
  }

  private String machine() throws IOException {
    return MachineFolder.in(folder.resolve("machine")).toString();
  }
}
