package org.isolctl.model.kernel;

import java.util.Map;

/// The configuration that is assumed where nobody gave one.
///
/// It is what Debian builds for amd64, read from its 5.10, 6.1, 6.12, 6.16 to 6.19 and 7.0 to 7.3
/// packages: without `NO_HZ_FULL` in 5.10, with it from 6.1 on. Releases with the mark of Red Hat
/// have it at every version. `RCU_NOCB_CPU` goes with `NO_HZ_FULL`, which selects it.
public final class AssumedConfig {
  private AssumedConfig() {}

  /// What is assumed of a kernel.
  public static KernelConfig of(KernelVersion version) {
    boolean redHat = version.isRedHat();
    boolean tickless = redHat || version.isAtLeast(6, 1);
    String tick = tickless ? "y" : "n";
    return new KernelConfig(
        Map.of(
            "SMP", "y",
            "NUMA", "y",
            "HOTPLUG_CPU", "y",
            "PM_SLEEP_SMP", "y",
            "CPU_ISOLATION", "y",
            "CPUMASK_OFFSTACK", "y",
            "NR_CPUS", "8192",
            "NO_HZ_FULL", tick,
            "RCU_NOCB_CPU", tick),
        false,
        (redHat ? "assumed, as Red Hat builds it" : "assumed, as Debian builds it for amd64")
            + (tickless ? " (CONFIG_NO_HZ_FULL=y)" : " (CONFIG_NO_HZ_FULL is not set)"));
  }
}
