package org.isolctl.lab.kernelpatch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.isolctl.lab.guest.BootSpec;
import org.isolctl.lab.guest.Guest;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.kernel.Kernel;

/// What became of the threads of the test module on a kernel: masks as cpulists, by name. The
/// script `look` in the resources tells the names.
record Look(Map<String, String> values) {
  /// Boots a kernel with four CPUs and looks.
  static Look at(Kernel kernel, Path module, String bootLine)
      throws IOException, InterruptedException {
    BootSpec spec = BootSpec.of(bootLine).withFiles(List.of(GuestFile.copy("/ksock.ko", module)));
    try (Guest guest = Guest.boot(kernel, spec)) {
      return in(guest);
    }
  }

  static Look in(Guest guest) throws IOException {
    try (InputStream script = Look.class.getResourceAsStream("look")) {
      byte[] text = Objects.requireNonNull(script, "look").readAllBytes();
      return parse(guest.run(new String(text, StandardCharsets.UTF_8)).orThrow());
    }
  }

  static Look parse(String lines) {
    var values = new LinkedHashMap<String, String>();
    lines
        .lines()
        .forEach(line -> {
          String[] parts = line.split("\t", 2);
          values.put(parts[0], parts.length > 1 ? parts[1] : "");
        });
    return new Look(values);
  }

  String of(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }

  /// What the module read in `cpu_isolated_mask`, or the sentence that there is none.
  String moduleSees() {
    return of("module-sees")
        .replaceFirst("^cpu_isolated_mask is (\\S*) .*$", "$1")
        .replaceFirst("^this kernel has no cpu_isolated_mask$", "none");
  }
}
