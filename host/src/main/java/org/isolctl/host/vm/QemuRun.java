package org.isolctl.host.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.isolctl.host.ProgressListener;

/// One run of QEMU, from its start until it has ended or was ended.
final class QemuRun {
  private static final int POLL_MILLIS = 200;

  private QemuRun() {}

  /// Runs a trial; what it led to is in the folder.
  ///
  /// @return whether QEMU ended by itself; else its time was over
  static boolean run(
      String program,
      Accelerator accelerator,
      TrialFolder folder,
      Trial trial,
      ProgressListener listener)
      throws IOException, InterruptedException {
    Files.deleteIfExists(folder.report());
    Process process = start(program, accelerator, folder, trial);
    try (var _ = new Leftovers(process::destroyForcibly)) {
      process.getOutputStream().close();
      long begin = System.nanoTime();
      Duration elapsed = Duration.ZERO;
      boolean ended = false;
      while (!ended && elapsed.compareTo(accelerator.limit()) < 0) {
        ended = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        elapsed = Duration.ofNanos(System.nanoTime() - begin);
        listener.progressed(elapsed, accelerator.limit());
      }
      return ended;
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static Process start(
      String program, Accelerator accelerator, TrialFolder folder, Trial trial) throws IOException {
    var builder =
        new ProcessBuilder(trial.machine(folder).command(program, accelerator))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.complaints().toFile());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException(
          ("Cannot start %s, which the boot is tried in. Install QEMU: apt install qemu-system-x86,"
                  + " or dnf install qemu-system-x86-core")
              .formatted(program),
          e);
    }
  }
}
