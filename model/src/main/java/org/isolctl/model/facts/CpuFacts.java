package org.isolctl.model.facts;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;

/// The CPUs and what the kernel reports of their isolation, from `/sys/devices/system/cpu` and
/// `/sys/devices/system/node`.
///
/// @param isolated the complement of the boot-time `isolcpus=domain`; never shows cgroup partitions
/// @param nohzFull CPUs whose tick may stop; empty for the kernel's `(null)`
/// @param smtSiblings one reading per online CPU's `topology/thread_siblings_list`
/// @param nodes one per NUMA node; empty where the kernel has no node folder
/// @param caches the last-level caches, each with the CPUs that share it
public record CpuFacts(
    Reading<CpuSet> possible,
    Reading<CpuSet> present,
    Reading<CpuSet> online,
    Reading<CpuSet> isolated,
    Reading<CpuSet> nohzFull,
    List<CpuSiblings> smtSiblings,
    List<Node> nodes,
    List<Cache> caches) {

  /// The CPUs that share a core with `cpu`, itself included.
  public record CpuSiblings(int cpu, Reading<CpuSet> siblings) {}

  /// A NUMA node.
  public record Node(int number, Reading<CpuSet> cpus) {}

  /// A cache that is the last before memory.
  ///
  /// @param level 1 to 4
  public record Cache(int level, Reading<CpuSet> sharedBy) {}
}
