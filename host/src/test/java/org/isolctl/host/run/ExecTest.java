package org.isolctl.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.linux.Affinity;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process of the JVM that becomes another program.
class ExecTest {
  @TempDir Path folder;

  private static int firstCpu() {
    return new Affinity().get(0) instanceof AffinityResult.Mask(var mask) ? mask.first() : 0;
  }

  private static ProcessBuilder become(String... command) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-XX:-MaxFDLimit", "--enable-native-access=ALL-UNNAMED", "-cp"));
    words.add(
        String.join(
            File.pathSeparator,
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path"),
            Path.of("target/test-classes").toAbsolutePath().toString()));
    words.add(Become.class.getName());
    words.add(Integer.toString(firstCpu()));
    words.addAll(List.of(command));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void theProcessIsTheCommandsWithItsMaskAndItsExitCode() throws Exception {
    var process =
        become("sh", "-c", "echo $$; sed -n 's/^Cpus_allowed_list:.//p' /proc/$$/status; exit 7")
            .start();

    assertThat(output(process)).isEqualTo(process.pid() + "\n" + firstCpu() + "\n");
    assertThat(process.waitFor()).isEqualTo(7);
  }

  @Test
  void nothingOfTheRuntimeIsLeft() throws Exception {
    var process =
        become("sh", "-c", "ls -l /proc/$$/fd; grep -E 'SigBlk|SigIgn' /proc/$$/status").start();

    assertThat(output(process))
        .doesNotContain(".jar", "lib/modules")
        .contains("SigBlk:\t0000000000000000");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void aSignalEndsIt() throws Exception {
    var process = become("sh", "-c", "echo ready; exec sleep 1000").start();
    assertThat((char) process.getInputStream().read()).isEqualTo('r');
    process.destroy();

    assertThat(process.waitFor()).isEqualTo(128 + 15);
  }

  @Test
  void whatWasIgnoredBeforeTheRuntimeIsIgnoredAgain() throws Exception {
    var builder = become("sh", "-c", "sed -n 's/^SigIgn:.//p' /proc/$$/status; env");
    builder.environment().put("ISOLCTL_SIGIGN", "0000000000001000");

    var said = output(builder.start());
    long ignored = Long.parseUnsignedLong(said.substring(0, said.indexOf('\n')), 16);
    assertThat(ignored & 0x1000).isNotZero();
    assertThat(said).doesNotContain("ISOLCTL_SIGIGN");
  }

  @Test
  void whatALauncherKeptFromTheRuntimeIsTheCommandsAgain() throws Exception {
    var builder = become("sh", "-c", "echo $JAVA_TOOL_OPTIONS; env");
    builder.environment().put("ISOLCTL_KEPT_JAVA_TOOL_OPTIONS", "-javaagent:theirs.jar");

    assertThat(output(builder.start()))
        .startsWith("-javaagent:theirs.jar\n")
        .doesNotContain("ISOLCTL_KEPT");
  }

  @Test
  void aScriptWithoutItsFirstLineIsTheShells() throws Exception {
    var script = Files.writeString(folder.resolve("script"), "echo script $1\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(output(become(script.toString(), "word").start())).isEqualTo("script word\n");
  }

  @Test
  void whyItFailedIsTold() throws Exception {
    assertThat(become("isolctl-no-such-command").start().waitFor()).isEqualTo(Errno.ENOENT);
    assertThat(become(folder.toString()).start().waitFor()).isEqualTo(Errno.EACCES);
  }

  @Test
  void thisProcessIsSeenByItsThreadsAndGroup() {
    var programs = new LivePrograms(Optional.empty());
    int self = (int) ProcessHandle.current().pid();

    assertThat(programs.threads(self).toOptional().orElseThrow()).containsKey(self);
    assertThat(programs.name(self).toOptional()).isPresent();
    assertThat(programs.started(self).toOptional()).isPresent();
    assertThat(programs.isStillIsolctl(self)).isFalse();
    assertThat(programs.join(self, "/x")).contains(new Errno(Errno.ENOENT));
    assertThat(LivePrograms.version2("1:cpu:/a\n0::/b c\n")).isEqualTo("/b c");
  }
}
