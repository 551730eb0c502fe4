package org.isolctl.host.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.host.threads.Masks;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturedMachineTest {
  private static final String HOSTILE = "/sys/class/net/a\tb\\n\n\u00fc\u001b[31m";

  @TempDir Path folder;

  private final MemoryFiles machine =
      new MemoryFiles()
          .with("/proc/cmdline", "quiet\n")
          .with("/proc/interrupts", new byte[] {0, (byte) 0xff, '\n'})
          .with("/sys/fs/cgroup/" + "x".repeat(200) + "/cpuset.cpus", "1")
          .denied("/sys/kernel/debug/irq/irqs/1")
          .withFolder(HOSTILE);

  private final Masks calls =
      new Masks() {
        @Override
        public Reading<CpuSet> mask(int tid) {
          return switch (tid) {
            case 1 -> Reading.present(Masks.source(1), CpuSet.parseList("0-1,500"));
            case 2 -> Reading.present(Masks.source(2), CpuSet.empty());
            case 3 -> Reading.denied(Masks.source(3), "root");
            default -> Reading.absent(Masks.source(tid));
          };
        }

        @Override
        public boolean areCalls() {
          return true;
        }
      };

  @Test
  void everyAnswerOfTheMachineIsGivenAgain() throws IOException {
    var recording = new Recording(machine, calls);
    var files = List.of("/proc/cmdline", "/nothing", "/sys/kernel/debug/irq/irqs/1");
    var longPath = "/sys/fs/cgroup/" + "x".repeat(200) + "/cpuset.cpus";
    files.forEach(recording.files()::bytes);
    recording.files().bytes("/proc/interrupts");
    recording.files().bytes(longPath);
    recording.files().names("/sys/class/net");
    recording.files().folders(HOSTILE);
    recording.files().folders("/nowhere");
    for (int tid = 1; tid <= 4; tid++) {
      recording.masks().mask(tid);
    }
    var file = folder.resolve("machine.tar.gz");
    recording.write(file);

    var captured = CapturedMachine.open(file);
    for (String path : files) {
      assertThat(captured.files().text(path)).isEqualTo(machine.text(path));
    }
    assertThat(captured.files().bytes("/proc/interrupts").toOptional().orElseThrow())
        .containsExactly(0, 0xff, '\n');
    assertThat(captured.files().text(longPath)).isEqualTo(machine.text(longPath));
    assertThat(captured.files().names("/sys/class/net")).isEqualTo(machine.names("/sys/class/net"));
    assertThat(captured.files().folders(HOSTILE)).isEqualTo(machine.folders(HOSTILE));
    assertThat(captured.files().folders("/nowhere")).isEqualTo(Reading.absent("/nowhere"));
    for (int tid = 1; tid <= 4; tid++) {
      assertThat(captured.masks().mask(tid)).isEqualTo(calls.mask(tid));
    }
    assertThat(captured.masks().areCalls()).isTrue();
  }

  @Test
  void aFileIsReadOnceHoweverOftenItIsAskedFor() {
    var recording = new Recording(machine, calls);
    recording.files().text("/proc/cmdline");
    machine.with("/proc/cmdline", "changed");
    assertThat(recording.files().text("/proc/cmdline").toOptional()).contains("quiet\n");
  }

  @Test
  void onlyTheOwnerMayReadACapture() throws IOException {
    var file = folder.resolve("machine.tar.gz");
    new Recording(machine, calls).write(file);
    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(
            java.nio.file.attribute.PosixFilePermission.OWNER_READ,
            java.nio.file.attribute.PosixFilePermission.OWNER_WRITE);
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aSosreportIsRecognisedInItsOwnFolder() throws IOException {
    var file =
        Archives.tarXz(
            folder.resolve("sosreport.tar.xz"),
            tar -> {
              Archives.file(tar, "sosreport-node7-2026-11-22-abc/proc/cmdline", "quiet");
              Archives.file(tar, "sosreport-node7-2026-11-22-abc/proc/2/status", "Name:\tkthreadd");
              Archives.file(tar, "sosreport-node7-2026-11-22-abc/var/log/messages", "...");
            });
    var captured = CapturedMachine.open(file);
    assertThat(captured.files().text("/proc/cmdline").toOptional()).contains("quiet");
    assertThat(captured.files().folders("/proc").toOptional()).contains(List.of("2"));
    assertThat(captured.masks().areCalls()).isFalse();
  }

  @Test
  void anUnpackedSosreportIsRecognisedToo() throws IOException {
    var top = Files.createDirectories(folder.resolve("sosreport-node7/proc"));
    Files.writeString(top.resolve("cmdline"), "quiet");
    for (Path given : List.of(folder, folder.resolve("sosreport-node7"))) {
      assertThat(CapturedMachine.open(given).files().text("/proc/cmdline").toOptional())
          .contains("quiet");
    }
  }

  @Test
  void aFolderOfSomethingElseIsRefused() {
    assertThatExceptionOfType(CaptureException.class)
        .isThrownBy(() -> CapturedMachine.open(folder))
        .withMessageContaining("neither proc/ nor sys/");
  }

  @Test
  void theFormatOfTheFutureIsNamedAndNotGuessedAt() throws IOException {
    var file =
        Archives.tarGz(
            folder.resolve("new.tar.gz"),
            tar -> {
              Archives.file(tar, "proc/cmdline", "quiet");
              Archives.file(tar, ReadingIndex.ENTRY, "isolctl-readings 2\n");
            });
    assertThatExceptionOfType(CaptureException.class)
        .isThrownBy(() -> CapturedMachine.open(file))
        .withMessageContaining("another version of isolctl (isolctl-readings 2)");
  }

  @Test
  void anIndexThatIsDamagedNamesTheLine() throws IOException {
    for (String line : List.of("file\t/x", "moon\t/x\tabsent", "file\t/x\tperhaps")) {
      var file =
          Archives.tarGz(
              folder.resolve("damaged.tar.gz"),
              tar -> {
                Archives.file(tar, "proc/cmdline", "quiet");
                Archives.file(tar, ReadingIndex.ENTRY, "isolctl-readings 1\n" + line + "\n");
              });
      assertThatExceptionOfType(CaptureException.class)
          .as(line)
          .isThrownBy(() -> CapturedMachine.open(file))
          .withMessageContaining("index is damaged")
          .withMessageContaining("line 2");
    }
  }
}
