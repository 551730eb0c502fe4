package org.isolctl.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.HostFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A capture of the machine that runs the tests.
class CaptureRoundTripTest {
  @TempDir Path folder;
  private Path file;
  private HostFacts live;

  @BeforeEach
  void capture() throws IOException {
    file = folder.resolve("live.tar.gz");
    live = Host.live().writeCapture(file);
  }

  @Test
  void theCaptureGivesTheFactsOfTheLiveMachine() throws IOException {
    var observer = Host.capture(file).observer();
    var possible = live.machine().cpus().possible().toOptional().orElseThrow();
    assertThat(observer.machine()).isEqualTo(live.machine());
    assertThat(observer.threads(possible)).isEqualTo(live.threads());
    assertThat(live.threads().seen()).isPositive();
  }

  @Test
  void aCaptureOfACaptureIsTheSameAgain() throws IOException {
    var second = folder.resolve("second.tar.gz");
    assertThat(Host.capture(file).writeCapture(second)).isEqualTo(live);
    assertThat(second).hasSameBinaryContentAs(file);
  }

  @Test
  void anUnpackedCaptureIsTheSameToo() throws Exception {
    var unpacked = Files.createDirectory(folder.resolve("unpacked"));
    var tar =
        new ProcessBuilder("tar", "xzf", file.toString(), "-C", unpacked.toString())
            .inheritIO()
            .start();
    assertThat(tar.waitFor()).isZero();
    assertThat(Host.root(unpacked).observer().machine()).isEqualTo(live.machine());
  }

  @Test
  void fewerCpusCanBeAskedForAfterwards() throws IOException {
    var one = Host.capture(file).observer().threads(CpuSet.of(0));
    assertThat(one.seen()).isEqualTo(live.threads().seen());
    assertThat(live.threads().threads()).containsAll(one.threads());
    var withCgroups = Host.capture(file).observer().threadsWithCgroups(CpuSet.of(0));
    assertThat(withCgroups.seen()).isEqualTo(one.seen());
  }

  @Test
  void noCommandLineAndNoEnvironmentOfAProcessIsInIt() throws Exception {
    var marker = "marker-in-the-environment-" + ProcessHandle.current().pid();
    var sleeper = new ProcessBuilder("sleep", "60");
    sleeper.environment().put("ISOLCTL_TEST", marker);
    var process = sleeper.start();
    try {
      Host.live().writeCapture(file);
    } finally {
      process.destroy();
    }
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      var content = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
      assertThat(content)
          .contains("(sleep)")
          .doesNotContain(marker)
          .doesNotContain("/environ")
          .doesNotContain("/" + process.pid() + "/cmdline");
    }
  }

  @Test
  void aCaptureCannotBeWatched() throws IOException {
    var observer = Host.capture(file).observer();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> observer.watch(CpuSet.of(0), Duration.ofMillis(1), ProgressListener.NONE))
        .withMessageContaining("live");
  }

  @Test
  void aPackedCaptureIsNoRootFolder() {
    assertThatExceptionOfType(NotDirectoryException.class).isThrownBy(() -> Host.root(file));
  }

  @Test
  void aFolderThatIsNotThereIsNamedAndNotAFileInIt() {
    Path missing = folder.resolve("no/such");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> Host.live().writeCapture(missing.resolve("host.tar.gz")))
        .satisfies(e -> assertThat(e.getFile()).isEqualTo(missing.toString()));
  }

  @Test
  void aTargetThatIsAFolderIsNamedAndNothingIsLeftBehind() throws IOException {
    Path target = Files.createDirectories(folder.resolve("taken/full"));
    Files.createFile(target.resolve("file"));
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> Host.live().writeCapture(target))
        .satisfies(e -> assertThat(e.getFile()).isEqualTo(target.toString()));
    try (var entries = Files.list(folder.resolve("taken"))) {
      assertThat(entries).containsExactly(target);
    }
  }
}
