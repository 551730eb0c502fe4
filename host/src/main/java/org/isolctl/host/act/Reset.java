package org.isolctl.host.act;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Value;

/// The mask that kernels up to 6.19 give every task of the root cgroup when a partition comes or
/// goes, whatever mask it had: all CPUs that no partition has, those of `isolcpus=` among them
/// (cpuset_update_tasks_cpumask() in kernel/cgroup/cpuset.c, 6.12).
///
/// @param given that mask, without CPUs that are offline
record Reset(CpuSet online, CpuSet given) {
  static Reset now(Machine machine) {
    return new Reset(machine.online(), machine.outsidePartitions());
  }

  /// Whether a mask is the one that the kernel gives.
  boolean gave(Value now) {
    return now instanceof Value.Cpus(var cpus) && cpus.intersect(online).equals(given);
  }

  /// Takes away again what the kernel gave to threads that were kept off it.
  ///
  /// @param masks changes of the masks of threads: what they have in the end is what they should
  ///   have
  /// @param looks at these threads now
  /// @param taken the CPUs of the partition, which a mask that was set before may have had
  List<Change> mend(List<Change> masks, List<Look> looks, CpuSet taken) {
    var changes = new ArrayList<Change>();
    for (int i = 0; i < masks.size(); i++) {
      var mask = masks.get(i);
      if (looks.get(i) instanceof Look.Holds(var now, _)) {
        wanted(mask.to(), now, taken)
            .ifPresent(to -> changes.add(new Change(mask.target(), now, to, mask.because())));
      }
    }
    return List.copyOf(changes);
  }

  private Optional<Value> wanted(Value should, Value now, CpuSet taken) {
    return should instanceof Value.Cpus(var cpus)
            && gave(now)
            && !given.isSubsetOf(cpus)
            && cpus.minus(taken).intersects(given)
        ? Optional.of(Value.of(cpus.minus(taken)))
        : Optional.empty();
  }
}
