package org.isolctl.model.facts;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;

/// What cgroups say of CPU sets.
///
/// @param version2Root where the cgroup v2 hierarchy is mounted; absent when it is not
/// @param isolated `cpuset.cpus.isolated` of the v2 root (6.8 and later)
/// @param partitions v2 groups whose `cpuset.cpus.partition` is not plain `member`
/// @param version1Sets v1 cpusets that are exclusive or switch load balancing off
public record CgroupFacts(
    Reading<String> version2Root,
    Reading<CpuSet> isolated,
    List<Partition> partitions,
    List<Version1Set> version1Sets) {

  /// A cgroup v2 cpuset partition.
  ///
  /// @param path from the root of the hierarchy, for instance `/machine.slice/rt`
  /// @param state the text of `cpuset.cpus.partition`, for instance `isolated` or `isolated invalid
  ///   (Cpu list in cpuset.cpus not exclusive)`
  /// @param cpus `cpuset.cpus`, what was asked for
  /// @param effective `cpuset.cpus.effective`
  public record Partition(
      String path, Reading<String> state, Reading<CpuSet> cpus, Reading<CpuSet> effective) {}

  /// A cgroup v1 cpuset.
  public record Version1Set(
      String path,
      Reading<CpuSet> cpus,
      Reading<Boolean> cpuExclusive,
      Reading<Boolean> loadBalance) {}
}
