package org.isolctl.host.vm;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolctl.host.ProgressListener;

/// Tries boots in QEMU. Whatever ends a trial, Ctrl-C too, nothing is left of it: no process, no
/// file.
public final class Booter {
  private static final Path KVM = Path.of("/dev/kvm");

  private final String program;
  private final List<Accelerator> accelerators;

  Booter(String program, List<Accelerator> accelerators) {
    this.program = program;
    this.accelerators = List.copyOf(accelerators);
  }

  /// QEMU as it is installed here, with KVM where that can be opened.
  public static Booter ofThisMachine() {
    return new Booter(
        QemuMachine.PROGRAM,
        Files.isWritable(KVM)
            ? List.of(Accelerator.KVM, Accelerator.TCG)
            : List.of(Accelerator.TCG));
  }

  /// Boots and waits until the collector has reported.
  ///
  /// @param listener told now and then how long it has taken, of how long it may take
  /// @throws BootFailedException when the kernel did not come up, with the end of its log
  /// @throws IOException when something is missing, saying what installs it
  public CollectorReport boot(Trial trial, ProgressListener listener)
      throws IOException, InterruptedException {
    TrialFolder folder = TrialFolder.create();
    try (var _ = new Leftovers(folder::delete)) {
      try (var out = new BufferedOutputStream(Files.newOutputStream(folder.initramfs()))) {
        Collector.writeInitramfs(out);
      }
      String reason = "";
      boolean ended = true;
      for (Accelerator accelerator : accelerators) {
        ended = QemuRun.run(program, accelerator, folder, trial, listener);
        try {
          return CollectorReport.parse(folder.readReport());
        } catch (IllegalArgumentException e) {
          reason =
              (ended ? "" : "within %d s ".formatted(accelerator.limit().toSeconds()))
                  + e.getMessage();
        }
      }
      throw new BootFailedException(
          "Kernel %s with the boot line '%s' did not come up: %s.%s"
              .formatted(trial.kernel(), trial.bootLine(), reason, folder.lastWords()),
          !ended);
    }
  }
}
