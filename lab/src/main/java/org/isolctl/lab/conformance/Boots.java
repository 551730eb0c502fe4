package org.isolctl.lab.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.ProgressListener;
import org.isolctl.host.vm.BootFailedException;
import org.isolctl.host.vm.Booter;
import org.isolctl.host.vm.Trial;
import org.isolctl.lab.guest.Slots;
import org.isolctl.model.measure.Measurement;

/// Boots cases. A boot that fails is tried again: on a busy machine an emulated one fails now and
/// then for want of time, and only what fails each time is the kernel's own doing.
final class Boots {
  private static final int TRIES = 3;

  private final Booting booting;

  Boots(Booting booting) {
    this.booting = booting;
  }

  /// Those in QEMU, at most two side by side with all other guests of this machine.
  static Boots inQemu() {
    return new Boots(trial -> {
      try (var _ = Slots.ofMachine().take()) {
        return Booter.ofThisMachine().boot(trial, ProgressListener.NONE).measurement();
      }
    });
  }

  /// Boots a case on a kernel until it comes up, three times at most.
  ///
  /// @throws IOException when something other than the kernel fails: QEMU is missing, for instance
  Outcome of(Path image, Case one) throws IOException, InterruptedException {
    var failures = new ArrayList<String>();
    while (failures.size() < TRIES) {
      try {
        var measurement = booting.boot(one.on(image));
        return new Outcome(new Observed(one, Optional.of(measurement)), failures);
      } catch (BootFailedException e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    return new Outcome(new Observed(one, Optional.empty()), failures);
  }

  /// What came of it.
  ///
  /// @param failures why each boot failed that did
  record Outcome(Observed observed, List<String> failures) {
    Outcome {
      failures = List.copyOf(failures);
    }

    /// How many boots it took beyond the first.
    int retries() {
      return observed.measurement().isPresent() ? failures.size() : failures.size() - 1;
    }
  }

  /// One boot.
  @FunctionalInterface
  interface Booting {
    Measurement boot(Trial trial) throws IOException, InterruptedException;
  }
}
