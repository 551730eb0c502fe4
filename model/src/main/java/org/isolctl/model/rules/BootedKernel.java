package org.isolctl.model.rules;

import java.util.EnumMap;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;

/// A kernel that has read its boot line and brought up its CPUs: what the mask rules work on.
///
/// @param possible the CPUs that may ever be there, after `nr_cpus=` and its like
/// @param online the CPUs that are brought up at boot, after `maxcpus=`
/// @param bootCpu the CPU that starts the others, 0 nearly everywhere
/// @param isolated the CPUs outside every scheduler domain
/// @param housekeeping the types that a boot word has set, each with the CPUs that are left to it
/// @param nohzFull the CPUs whose tick may stop
/// @param rcuNocbs the CPUs whose RCU callbacks are run by rcuo threads
/// @param unboundAsked the CPUs of `workqueue.unbound_cpus=`; empty where it has no say
public record BootedKernel(
    CpuSet possible,
    CpuSet online,
    int bootCpu,
    CpuSet isolated,
    Map<HousekeepingType, CpuSet> housekeeping,
    CpuSet nohzFull,
    CpuSet rcuNocbs,
    CpuSet unboundAsked) {

  /// The CPUs that are left to a type: all possible ones where no word has set it.
  public CpuSet housekeeping(HousekeepingType type) {
    return housekeeping.getOrDefault(type, possible);
  }

  /// Whether a boot word has set the type.
  public boolean isSet(HousekeepingType type) {
    return housekeeping.containsKey(type);
  }

  /// The CPUs that kernel/kthread.c gives to a new kernel thread before 7.0. The type is filled
  /// from 5.9 on; before, and where no word has set it, these are all possible CPUs.
  public CpuSet kthreads() {
    return housekeeping(HousekeepingType.KTHREAD);
  }

  /// The same kernel, but with other CPUs for new kernel threads.
  public BootedKernel withKthreads(CpuSet cpus) {
    var masks = new EnumMap<HousekeepingType, CpuSet>(HousekeepingType.class);
    masks.putAll(housekeeping);
    masks.put(HousekeepingType.KTHREAD, cpus);
    return new BootedKernel(
        possible, online, bootCpu, isolated, masks, nohzFull, rcuNocbs, unboundAsked);
  }

  /// What comes of a mask that is set before the other CPUs are up: a mask without the boot CPU is
  /// refused, and the thread stays where it was made, on the boot CPU.
  public CpuSet setEarly(CpuSet mask) {
    return mask.contains(bootCpu) ? mask : CpuSet.of(bootCpu);
  }
}
