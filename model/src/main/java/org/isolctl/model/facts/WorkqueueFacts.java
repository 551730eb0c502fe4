package org.isolctl.model.facts;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;

/// Masks of unbound workqueues, from `/sys/devices/virtual/workqueue`.
///
/// @param global `cpumask`: every unbound workqueue is confined to it (4.2 and later)
/// @param requested `cpumask_requested`: what was last asked for (6.8 and later)
/// @param isolated `cpumask_isolated`: what isolation takes away from it (6.8 and later)
/// @param named the workqueues that show themselves in sysfs (`WQ_SYSFS`)
public record WorkqueueFacts(
    Reading<CpuSet> global,
    Reading<CpuSet> requested,
    Reading<CpuSet> isolated,
    List<Workqueue> named) {

  /// One workqueue with a folder of its own.
  ///
  /// @param unbound its mask; absent for a per-CPU workqueue, which has none
  public record Workqueue(String name, Reading<CpuSet> unbound) {}
}
