package org.isolctl.lab.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.isolctl.host.vm.Accelerator;
import org.isolctl.lab.kernel.Kernel;

/// Finds out whether KVM works here. That `/dev/kvm` is there proves nothing, for instance in a
/// nested machine: only a boot does.
final class KvmProbe {
  private static final Path DEVICE = Path.of("/dev/kvm");
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static Optional<Accelerator> known = Optional.empty();

  private KvmProbe() {}

  /// What to run guests with; the first call in a process may boot this kernel to find out.
  static synchronized Accelerator choose(Kernel kernel) throws InterruptedException {
    if (known.isEmpty()) {
      known = Optional.of(Files.isWritable(DEVICE) ? probe(kernel) : Accelerator.TCG);
    }
    return known.get();
  }

  /// KVM when a kernel boots with it and runs a command, else TCG.
  static Accelerator probe(Kernel kernel) throws InterruptedException {
    try (Guest guest = Guest.boot(kernel, BootSpec.of(""), Accelerator.KVM, LIMIT)) {
      return guest.run("true", LIMIT).code() == 0 ? Accelerator.KVM : Accelerator.TCG;
    } catch (IOException e) {
      return Accelerator.TCG;
    }
  }
}
