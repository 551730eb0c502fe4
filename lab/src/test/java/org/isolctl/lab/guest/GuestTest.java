package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.isolctl.host.vm.Accelerator;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.TestedKernels;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("lab")
class GuestTest {
  private static Kernel kernel = new Kernel("none", Path.of("/nonexistent"));

  @BeforeAll
  static void takeOneKernel() throws IOException {
    kernel = TestedKernels.all().getLast();
  }

  @Test
  void commandsAreServedUntilTheGuestGoes() throws Exception {
    try (Guest guest = Guest.boot(kernel, BootSpec.of(""))) {
      assertThat(guest.run("echo out; echo err >&2; exit 3"))
          .isEqualTo(new Result("out\n", "err\n", 3));
      assertThat(guest.run("echo begun; exec sleep 1000", Duration.ofSeconds(1)))
          .extracting(Result::out, Result::code)
          .containsExactly("begun\n", 137);
      assertThat(guest.run("seq 1 50000").out()).endsWith("\n49999\n50000\n").hasSize(288894);
      assertThatThrownBy(() -> guest.run("poweroff -f; sleep 1000"))
          .isInstanceOf(GuestException.class)
          .hasMessageContaining("poweroff -f")
          .hasMessageContaining("The end of its log");
    }
  }

  @Test
  void theConsoleIsTheLogsAndNotTheAnswers() throws Exception {
    try (Guest guest = Guest.boot(kernel, BootSpec.of(""))) {
      assertThat(guest.run("echo to-the-console >/dev/console; echo answer").out())
          .isEqualTo("answer\n");
      assertThat(guest.log()).contains("to-the-console");
    }
  }

  @Test
  void cpusNodesAndFilesAreThere() throws Exception {
    var spec =
        BootSpec.of("quiet")
            .withCpus(6)
            .withNodes(List.of(CpuSet.range(0, 2), CpuSet.range(3, 5)))
            .withFiles(List.of(GuestFile.text("/etc/lab/note", "hello"), tool()));
    try (Guest guest = Guest.boot(kernel, spec)) {
      assertThat(guest.run("cat /sys/devices/system/node/node*/cpulist").out())
          .isEqualTo("0-2\n3-5\n");
      assertThat(guest.run("cat /etc/lab/note; /opt/tool x").out()).isEqualTo("hellotool x\n");
    }
  }

  private static GuestFile tool() {
    return GuestFile.script("/opt/tool", "#!/bin/sh\necho tool $1\n");
  }

  @Test
  void aKernelThatPanicsIsAnErrorWithTheEndOfItsLog() {
    assertThatThrownBy(() -> Guest.boot(kernel, BootSpec.of("rdinit=/nowhere root=/dev/none")))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining(kernel.release())
        .hasMessageContaining("rdinit=/nowhere")
        .hasMessageContaining("Kernel panic");
  }

  @Test
  void aBootThatTakesTooLongIsGivenUp() {
    assertThatThrownBy(
            () -> Guest.boot(kernel, BootSpec.of(""), Accelerator.TCG, Duration.ofMillis(1)))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("did not come up: within 0 s");
  }

  @Test
  void whatQemuItselfComplainsOfIsShown() {
    var missing = new Kernel("9.9", Path.of("/nonexistent/vmlinuz"));

    assertThatThrownBy(() -> Guest.boot(missing, BootSpec.of("")))
        .isInstanceOf(GuestException.class)
        .hasMessageContaining("QEMU said")
        .hasMessageContaining("/nonexistent/vmlinuz");
  }

  @Test
  void whatTheProbeChoosesBoots() throws Exception {
    Accelerator chosen = KvmProbe.probe(kernel);

    try (Guest guest = Guest.boot(kernel, BootSpec.of(""), chosen, Guest.BOOT_LIMIT)) {
      assertThat(guest.run("echo up").orThrow()).isEqualTo("up\n");
    }
  }

  @Test
  void noGuestOutlivesItsJvm() throws Exception {
    Process jvm =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                classPath(),
                BootAndLeave.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String qemu = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

    assertThat(jvm.waitFor()).isZero();
    assertThat(qemu).containsOnlyDigits();
    assertThat(ProcessHandle.of(Long.parseLong(qemu)).filter(ProcessHandle::isAlive)).isEmpty();
  }

  /// Everything that this JVM has on its class and module path.
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        System.getProperty("java.class.path", ""),
        System.getProperty("jdk.module.path", ""),
        "target/classes",
        "target/test-classes");
  }
}
