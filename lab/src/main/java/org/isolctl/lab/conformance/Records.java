package org.isolctl.lab.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;

/// The evidence that there is of a kernel so far.
final class Records {
  private static final List<String> OPTIONS =
      List.of(
          "CPUMASK_OFFSTACK",
          "CPU_ISOLATION",
          "HOTPLUG_CPU",
          "NO_HZ_FULL",
          "NR_CPUS",
          "NUMA",
          "PM_SLEEP_SMP",
          "PM_SLEEP_SMP_NONZERO_CPU",
          "RCU_NOCB_CPU",
          "SMP");

  private Records() {}

  /// What is known of a kernel; nothing yet where it has no file, or one of an older release.
  static Evidence of(Path folder, Kernel kernel, KernelVersion version) throws IOException {
    var none = new Evidence(version, config(kernel, version), List.of());
    Path file = folder.resolve(none.fileName());
    if (!Files.exists(file)) {
      return none;
    }
    var evidence = Evidence.parse(Files.readString(file));
    return evidence.kernel().equals(version) ? evidence : none;
  }

  /// The options of a kernel that have a say in masks, from its package; assumed where that has no
  /// configuration.
  static KernelConfig config(Kernel kernel, KernelVersion version) throws IOException {
    Optional<Path> file = kernel.config();
    var full =
        file.isPresent()
            ? KernelConfig.parse(Files.readString(file.get()), file.get().toString())
            : AssumedConfig.of(version);
    var options = new TreeMap<String, String>();
    OPTIONS.forEach(option -> options.put(option, full.value(option).orElse("n")));
    return KernelConfig.of(options, "of " + version);
  }
}
