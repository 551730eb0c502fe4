package org.isolctl.model.facts;

import java.util.List;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;

/// Interrupts, from `/proc/irq` and `/proc/interrupts`.
///
/// @param defaultMask `default_smp_affinity`: given to IRQs that are set up later
/// @param irqs every numbered IRQ that has a folder, by number
public record IrqFacts(Reading<CpuSet> defaultMask, List<Irq> irqs) {

  /// One interrupt line or message.
  ///
  /// @param name the devices of `/proc/interrupts`, or of the folders in `/proc/irq/N`; empty for
  ///   an IRQ that nobody uses
  /// @param requested `smp_affinity_list`: where it may go
  /// @param effective `effective_affinity_list`: where it goes now (4.13 and later)
  /// @param managed whether the kernel itself spreads it and refuses a change; only the kernel's
  ///   debugfs says so, hence mostly absent or denied
  /// @param counts how often each CPU took it since boot; CPUs that never did are left out
  public record Irq(
      int number,
      String name,
      Reading<CpuSet> requested,
      Reading<CpuSet> effective,
      Reading<Boolean> managed,
      Map<Integer, Long> counts) {}
}
