package org.isolctl.host.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.host.ProgressListener;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a shell script in QEMU's place: what is done around it, and what when it fails.
class BooterTest {
  private static final Trial TRIAL =
      new Trial(Path.of("/nonexistent/vmlinuz"), 4, List.of(), "isolcpus=2-3");

  @TempDir Path folder;

  @Test
  void what_the_collector_reports_comes_back() throws Exception {
    Path report = Files.writeString(folder.resolve("canned"), Reports.SMALL);

    var answer =
        booter("cat " + report + " >\"$report\"", Accelerator.TCG)
            .boot(TRIAL, ProgressListener.NONE);

    assertThat(answer.measurement().masks()).containsEntry("isolated", CpuSet.range(2, 3));
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void kvm_that_does_not_work_is_followed_by_the_translator() throws Exception {
    Path report = Files.writeString(folder.resolve("canned"), Reports.SMALL);
    String script =
        "case \"$*\" in *'-accel kvm'*) exit 1 ;; esac; cat " + report + " >\"$report\"";

    var answer =
        booter(script, Accelerator.KVM, Accelerator.TCG).boot(TRIAL, ProgressListener.NONE);

    assertThat(answer.measurement().threads()).containsKey("kthreadd");
  }

  @Test
  void a_kernel_that_panics_is_an_error_with_the_end_of_its_log() {
    var booter =
        booter("echo 'Kernel panic - not syncing' >\"$log\"; echo odd >&2", Accelerator.TCG);

    assertThatExceptionOfType(BootFailedException.class)
        .isThrownBy(() -> booter.boot(TRIAL, ProgressListener.NONE))
        .matches(failure -> !failure.overdue())
        .withMessageContaining("isolcpus=2-3")
        .withMessageContaining("Kernel panic")
        .withMessageContaining("odd");
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void without_qemu_it_is_said_what_installs_it() {
    var booter = new Booter(folder.resolve("no-qemu").toString(), List.of(Accelerator.TCG));

    assertThatIOException()
        .isThrownBy(() -> booter.boot(TRIAL, ProgressListener.NONE))
        .withMessageContaining("no-qemu")
        .withMessageContaining("apt install qemu-system-x86");
    assertThat(leftBehind()).isEmpty();
  }

  @Test
  void the_guest_gets_a_program_that_stands_alone() throws Exception {
    Path copy = folder.resolve("copy");
    Path report = Files.writeString(folder.resolve("canned"), Reports.SMALL);

    booter(
            "cp \"${report%report}initramfs\" " + copy + "; cat " + report + " >\"$report\"",
            Accelerator.TCG)
        .boot(TRIAL, ProgressListener.NONE);

    byte[] archive = Files.readAllBytes(copy);
    assertThat(new String(archive, 0, 6, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("070701");
    assertThat(new String(archive, java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains("init\0", "\u007fELF", "isolctl-collector 1")
        .doesNotContain("ld-linux");
    assertThat(archive.length).isLessThan(16 * 1024);
  }

  private Booter booter(String script, Accelerator... accelerators) {
    try {
      Path program = folder.resolve("qemu");
      Files.writeString(
          program,
          """
          #!/bin/sh
          for word in "$@"; do
            case $word in
              file,id=log,path=*) log=${word#*path=} ;;
              file,id=report,path=*) report=${word#*path=} ;;
            esac
          done
          printf '%%s' "${report%%/report}" >%s
          %s
          """
              .formatted(folder.resolve("used"), script));
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
      return new Booter(program.toString(), List.of(accelerators));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// The folder of the trial, if it is still there.
  private Stream<Path> leftBehind() {
    try {
      Path used = folder.resolve("used");
      return Files.exists(used)
          ? Stream.of(Path.of(Files.readString(used))).filter(Files::exists)
          : Stream.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
