package org.isolctl.model.predict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.rules.HousekeepingType;
import org.isolctl.model.thread.ThreadClass;

/// What a boot line leads to.
///
/// @param assumptions sentences on what was taken for granted: the configuration, a kernel that is
///   newer than the newest one read
/// @param patched whether the kernel is taken to be built with kernel/isolate-kthreads.cocci
/// @param possible the possible CPUs, after `nr_cpus=` and its like
/// @param online the CPUs that are brought up at boot
/// @param isolated the CPUs outside every scheduler domain, as /sys/devices/system/cpu/isolated
///   shows them
/// @param nohzFull as /sys/devices/system/cpu/nohz_full shows it
/// @param rcuNocbs the CPUs whose RCU callbacks are offloaded
/// @param housekeeping for each type that this kernel has, the CPUs that are left to it; empty
///   before 4.15
/// @param workqueueUnbound as /sys/devices/virtual/workqueue/cpumask shows it
/// @param irqDefault as /proc/irq/default_smp_affinity shows it
/// @param threads for each class that has a common mask, that mask; rcuo threads only where there
///   are any; of node kthreads, that of node 0
/// @param nodeKthreads the mask of node kthreads, by node number
/// @param because for each mask, by its name in the output (`threads.kthread`), the ids of the
///   rules that led to it, the last one giving it
/// @param diagnostics in the order of the line
public record Prediction(
    KernelVersion kernel,
    List<String> assumptions,
    boolean patched,
    CpuSet possible,
    CpuSet online,
    CpuSet isolated,
    CpuSet nohzFull,
    CpuSet rcuNocbs,
    Map<HousekeepingType, CpuSet> housekeeping,
    CpuSet workqueueUnbound,
    CpuSet irqDefault,
    Map<ThreadClass, CpuSet> threads,
    List<CpuSet> nodeKthreads,
    Map<String, List<String>> because,
    List<Diagnostic> diagnostics) {

  /// The mask of a class, where it has a common one.
  public Optional<CpuSet> maskOf(ThreadClass threadClass) {
    return Optional.ofNullable(threads.get(threadClass));
  }

  /// Whether the kernel drops a part of the line, or does not boot with it.
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(remark -> remark.level() == Diagnostic.Level.ERROR);
  }
}
