package org.isolctl.model.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading.Present;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;

/// The changes that make CPUs an isolated partition of cgroup v2, in a new group directly below the
/// root, the only place where it needs no partition around it (kernel/cgroup/cpuset.c, 6.1 to 7.3).
///
/// They come after those that take everything off the CPUs: a mask that is set before is kept when
/// the partition comes and goes (6.2 and later), one that is set by the partition alone is not
/// given to kernel threads that are made later (6.1 to 6.15).
public final class PartitionChanges {
  private static final String ROOT = "/";

  private PartitionChanges() {}

  /// The changes, in their order.
  ///
  /// @param name of the new group
  /// @throws IllegalArgumentException when the name is none of a group
  public static List<Change> of(String name, CpuSet cpus) {
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}") || name.startsWith("cgroup.")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name for a group: use letters, digits, '_', '-' and '.'");
    }
    var path = ROOT + name;
    return List.of(
        change(new Target.OfCpusetController(ROOT), Value.of("off"), Value.of("on")),
        change(new Target.OfGroup(path), Value.of("absent"), Value.of("present")),
        change(new Target.OfGroupCpus(path), Value.of(CpuSet.empty()), Value.of(cpus)),
        change(new Target.OfPartition(path), Value.of("member"), Value.of("isolated")));
  }

  /// The masks that the kernel resets when a partition comes or goes, and that no plan names: up to
  /// 6.19 those of all tasks of the root cgroup (cpuset_update_tasks_cpumask() in
  /// kernel/cgroup/cpuset.c, 6.12), threads of interrupts among them. Those of workers and
  /// rescuers, which nobody can set, are named too, so that undo can say what the kernel made of
  /// them; threads that are bound to one CPU are passed over, as the kernel does.
  ///
  /// @param threads all threads of the machine
  /// @param changes what is planned for threads anyway
  public static List<Change> kept(List<ThreadFacts> threads, List<Change> changes) {
    var planned =
        changes.stream()
            .map(Change::target)
            .filter(Target.OfThread.class::isInstance)
            .map(target -> ((Target.OfThread) target).tid())
            .collect(Collectors.toSet());
    var kept = new ArrayList<Change>();
    for (ThreadFacts thread : threads) {
      if (!planned.contains(thread.tid())
          && thread.mask() instanceof Present<CpuSet>(_, var mask)
          && thread.stat() instanceof Present<ThreadStat>(_, var stat)
          && (stat.isMovable() || mask.size() > 1)) {
        var target = new Target.OfThread(thread.tid(), stat.startTicks(), stat.comm());
        kept.add(change(target, Value.of(mask), Value.of(mask)));
      }
    }
    return List.copyOf(kept);
  }

  /// The CPUs that changes give to a partition; empty where they make none.
  public static CpuSet cpus(List<Change> changes) {
    var cpus = CpuSet.empty();
    for (Change change : changes) {
      if (change.target() instanceof Target.OfGroupCpus
          || change.target() instanceof Target.OfSlice) {
        cpus = change.to() instanceof Value.Cpus(var given) ? cpus.union(given) : cpus;
      }
    }
    return cpus;
  }

  /// A plan and the partition for which it clears the CPUs, in one order. The mask of unbound
  /// workqueues comes last: up to 6.12 the partition resets the workers that are there, and a mask
  /// that is written then makes new ones.
  ///
  /// @param planned what takes everything off the CPUs
  /// @param partition what makes the partition
  public static List<Change> after(List<Change> planned, List<Change> partition) {
    return Stream.of(
            planned.stream().filter(change -> !isOfWorkqueue(change)),
            partition.stream(),
            planned.stream().filter(PartitionChanges::isOfWorkqueue))
        .flatMap(Function.identity())
        .toList();
  }

  private static boolean isOfWorkqueue(Change change) {
    return change.target() instanceof Target.OfWorkqueue;
  }

  /// The changes where systemd owns the hierarchy. It takes the cpuset controller from the root's
  /// children whenever it looks over its units and none of them asks for CPUs, and every group of
  /// somebody else loses its partition (daemon-reload of systemd 252). So the CPUs are given to a
  /// slice of its own, which makes it keep the controller; what `cpuset.cpus.partition` holds it
  /// never touches.
  ///
  /// @param name of the new slice, without `.slice`
  /// @throws IllegalArgumentException when the name is none of a slice below the root slice
  public static List<Change> underSystemd(String name, CpuSet cpus) {
    var slice = new Target.OfSlice(sliceName(name));
    return List.of(
        change(slice, Target.OfSlice.NONE, Value.of(cpus)),
        change(new Target.OfPartition(slice.path()), Value.of("member"), Value.of("isolated")));
  }

  /// A dash would put it below another slice (systemd.slice(5)).
  static String sliceName(String name) {
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.]{0,62}")) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name for a slice of its own: use letters, digits, '_' and '.'");
    }
    return name;
  }

  private static Change change(Target target, Value from, Value to) {
    return new Change(target, from, to, Optional.empty());
  }
}
