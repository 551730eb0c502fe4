package org.isolctl.host.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchiveTest {
  private static final ArchiveLimits SMALL = new ArchiveLimits(10, 100_000, 5_000, 9_000, 100);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("capture.tar.gz");
  }

  private MachineFiles open(Archives.Content content) throws IOException {
    return CapturedMachine.open(Archives.tarGz(file(), content), SMALL).files();
  }

  private void refused(Archives.Content content, String... because) {
    assertThatExceptionOfType(CaptureException.class)
        .isThrownBy(() -> open(content))
        .withMessageStartingWith(file().toString())
        .satisfies(e -> assertThat(e.getMessage()).contains(because));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../proc/cmdline", "proc/../../x", "top/../../proc/cmdline"})
  void anEntryThatLeadsOutIsRefused(String name) {
    refused(tar -> Archives.file(tar, name, "x"), name, "leads out");
  }

  @Test
  void anAbsoluteNameMeansTheArchivesOwnRoot() throws IOException {
    var files = open(tar -> Archives.file(tar, "/proc/cmdline", "quiet"));
    assertThat(files.text("/proc/cmdline").toOptional()).contains("quiet");
  }

  @Test
  void linksStayInside() throws IOException {
    var files =
        open(tar -> {
          Archives.file(tar, "sys/devices/system/cpu/online", "0-3");
          Archives.link(tar, "sys/class/net/eth0", "../../devices/system/cpu");
          Archives.link(tar, "sys/class/net/absolute", "/sys/devices/system/cpu/online");
          Archives.link(tar, "sys/class/net/out", "../../../../../../etc/passwd");
          Archives.link(tar, "sys/class/net/self", "self");
          Archives.link(tar, "sys/class/net/passwd", "/etc/passwd");
          Archives.special(
              tar, "proc/cmdline", "sys/devices/system/cpu/online", TarConstants.LF_LINK);
        });
    assertThat(files.text("/sys/class/net/eth0/online").toOptional()).contains("0-3");
    assertThat(files.text("/sys/class/net/absolute").toOptional()).contains("0-3");
    assertThat(files.text("/proc/cmdline").toOptional()).contains("0-3");
    assertThat(files.text("/sys/class/net/out")).isInstanceOf(Reading.Absent.class);
    assertThat(files.text("/sys/class/net/self")).isInstanceOf(Reading.Absent.class);
    assertThat(files.text("/sys/class/net/passwd")).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void pipesAndDevicesAreNoFiles() throws IOException {
    var files =
        open(tar -> {
          Archives.file(tar, "proc/cmdline", "quiet");
          Archives.special(tar, "proc/interrupts", "", TarConstants.LF_FIFO);
          Archives.special(tar, "proc/config.gz", "", TarConstants.LF_CHR);
        });
    assertThat(files.bytes("/proc/interrupts")).isInstanceOf(Reading.Absent.class);
    assertThat(files.bytes("/proc/config.gz")).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void tooManyEntriesAreRefused() {
    refused(
        tar -> {
          for (int i = 0; i < 11; i++) {
            Archives.file(tar, "var/log/" + i, "x");
          }
        },
        "more than 10 entries");
  }

  @Test
  void aFileThatIsTooLongIsNamed() {
    refused(
        tar -> Archives.file(tar, "proc/interrupts", "x".repeat(5_001)),
        "'proc/interrupts' is longer");
  }

  @Test
  void tooMuchInAllIsRefused() {
    refused(
        tar -> {
          Archives.file(tar, "proc/interrupts", "x".repeat(4_900));
          Archives.file(tar, "proc/cmdline", "x".repeat(4_900));
        },
        "holds of the machine");
    refused(
        tar -> {
          Archives.file(tar, "var/a", "x".repeat(60_000));
          Archives.file(tar, "var/b", "x".repeat(60_000));
        },
        "entries of more than");
  }

  @Test
  void whatIsNotWantedIsNotKept() throws IOException {
    var files =
        open(tar -> {
          Archives.file(tar, "proc/cmdline", "quiet");
          Archives.file(tar, "var/log/messages", "x".repeat(50_000));
          Archives.file(tar, "proc/1/environ", "SECRET=1");
          Archives.file(tar, "proc/1/cmdline", "secret");
        });
    assertThat(files.bytes("/proc/1/environ")).isInstanceOf(Reading.Absent.class);
    assertThat(files.bytes("/proc/1/cmdline")).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void aFileThatIsLaterAFolderIsAFolder() throws IOException {
    var files =
        open(tar -> {
          Archives.file(tar, "proc/irq/9", "a file");
          Archives.file(tar, "proc/irq/9/smp_affinity_list", "1");
        });
    assertThat(files.text("/proc/irq/9/smp_affinity_list").toOptional()).contains("1");
  }

  @Test
  void anArchiveOfSomethingElseIsRefused() {
    refused(tar -> Archives.file(tar, "readme.txt", "hello"), "neither proc/ nor sys/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "BZh91AY&SY", "\u001f\u008b"})
  void whatIsNoArchiveIsRefused(String text) throws IOException {
    Files.write(file(), text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(CaptureException.class)
        .isThrownBy(() -> CapturedMachine.open(file()))
        .withMessageStartingWith(file().toString());
  }

  @Test
  void aCaptureCutShortAnywhereIsRefusedWithThePlace() throws IOException {
    Archives.tarGz(
        file(),
        tar -> {
          Archives.file(tar, MaskIndex.ENTRY, "isolctl-masks 1\n");
          for (int i = 0; i < 50; i++) {
            Archives.file(
                tar, "proc/irq/" + i + "/smp_affinity_list", new Random(i).nextInt() + "");
          }
          Archives.file(tar, ReadingIndex.ENTRY, "isolctl-readings 1\n");
        });
    byte[] whole = Files.readAllBytes(file());
    for (int length = 1; length < whole.length; length += 7) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThatExceptionOfType(CaptureException.class)
          .as("cut after %d of %d bytes", length, whole.length)
          .isThrownBy(() -> CapturedMachine.open(file()));
    }
  }

  @Test
  void aPlainTarCutBetweenTwoEntriesIsNoticedByItsMissingIndex() throws IOException {
    Archives.tar(
        file(),
        tar -> {
          Archives.file(tar, MaskIndex.ENTRY, "isolctl-masks 1\n");
          Archives.file(tar, "proc/cmdline", "quiet");
        });
    assertThatExceptionOfType(CaptureException.class)
        .isThrownBy(() -> CapturedMachine.open(file()))
        .withMessageContaining("cut short");
  }

  @Test
  void flippedBytesAreOneErrorOrNone() throws IOException {
    Archives.tar(
        file(),
        tar -> {
          Archives.file(tar, "proc/cmdline", "quiet");
          Archives.file(tar, "proc/interrupts", " CPU0\n");
          Archives.link(tar, "sys/class/net/eth0", "../../devices/x");
        });
    byte[] whole = Files.readAllBytes(file());
    for (int seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      byte[] damaged = whole.clone();
      for (int i = 0; i < 3; i++) {
        damaged[random.nextInt(Math.min(3_000, damaged.length))] = (byte) random.nextInt();
      }
      Files.write(file(), damaged);
      try {
        assertThat(CapturedMachine.open(file(), SMALL).files()).as("seed %d", seed).isNotNull();
      } catch (CaptureException e) {
        assertThat(e).as("seed %d", seed).hasMessageStartingWith(file().toString());
      }
    }
  }

  @Test
  void aHeaderThatClaimsToBeEndlessIsNotReadIntoMemory() throws IOException {
    // A long-name entry of one gigabyte of zeros, which gzip packs into one megabyte.
    var bomb = new org.apache.commons.compress.archivers.tar.TarArchiveEntry("x", (byte) 'L', true);
    bomb.setSize(1L << 30);
    byte[] header = new byte[512];
    bomb.writeEntryHeader(header);
    try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file()), 65_536)) {
      out.write(header);
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    assertThatExceptionOfType(CaptureException.class)
        .isThrownBy(() -> CapturedMachine.open(file()))
        .withMessageContaining("longer than any real one");
  }
}
