package org.isolctl.model.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts.Partition;
import org.isolctl.model.facts.CgroupFacts.Version1Set;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.Reading;

/// Finds out which CPUs of a machine are isolated, and by what.
public final class Isolation {
  private Isolation() {}

  /// The isolated CPUs of a machine.
  ///
  /// @param byUser CPUs that the user wants judged as isolated
  public static IsolatedCpus of(MachineFacts machine, Optional<CpuSet> byUser) {
    var sources = new ArrayList<IsolationSource>();
    add(sources, IsolationSource.Kind.ISOLCPUS, machine.cpus().isolated());
    add(sources, IsolationSource.Kind.NOHZ_FULL, machine.cpus().nohzFull());
    addPartitions(sources, machine);
    addVersion1(sources, machine.cgroups().version1Sets());
    byUser.ifPresent(
        cpus -> sources.add(new IsolationSource(IsolationSource.Kind.USER, cpus, "the user")));
    sources.removeIf(source -> source.cpus().isEmpty());
    return new IsolatedCpus(sources);
  }

  private static void add(
      List<IsolationSource> sources, IsolationSource.Kind kind, Reading<CpuSet> reading) {
    reading
        .toOptional()
        .ifPresent(cpus -> sources.add(new IsolationSource(kind, cpus, reading.source())));
  }

  private static void addPartitions(List<IsolationSource> sources, MachineFacts machine) {
    var named = CpuSet.empty();
    for (Partition partition : machine.cgroups().partitions()) {
      // "isolated invalid (reason)" isolates nothing.
      if (partition.state().toOptional().map("isolated"::equals).orElse(false)) {
        var cpus = partition.effective().toOptional().orElse(CpuSet.empty());
        named = named.union(cpus);
        sources.add(new IsolationSource(IsolationSource.Kind.PARTITION, cpus, partition.path()));
      }
    }
    // The kernel's own sum catches partitions in groups that could not be walked. From 6.12 on it
    // holds the CPUs of isolcpus= as well, which are no partition's.
    var boot = machine.cpus().isolated().toOptional().orElse(CpuSet.empty());
    var sum = machine.cgroups().isolated();
    var unnamed = sum.toOptional().orElse(CpuSet.empty()).minus(named).minus(boot);
    sources.add(new IsolationSource(IsolationSource.Kind.PARTITION, unnamed, sum.source()));
  }

  /// A v1 cpuset takes its CPUs out of the domains only where the root set does not balance either.
  private static void addVersion1(List<IsolationSource> sources, List<Version1Set> sets) {
    boolean rootBalances =
        sets.stream()
            .filter(set -> set.path().equals("/"))
            .findFirst()
            .flatMap(set -> set.loadBalance().toOptional())
            .orElse(true);
    if (rootBalances) {
      return;
    }
    for (Version1Set set : sets) {
      if (!set.path().equals("/")
          && set.cpuExclusive().toOptional().orElse(false)
          && !set.loadBalance().toOptional().orElse(true)) {
        sources.add(
            new IsolationSource(
                IsolationSource.Kind.CPUSET_V1,
                set.cpus().toOptional().orElse(CpuSet.empty()),
                set.path()));
      }
    }
  }
}
