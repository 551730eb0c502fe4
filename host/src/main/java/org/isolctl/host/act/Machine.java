package org.isolctl.host.act;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// The settings of a running machine, one at a time, as acting needs them.
public interface Machine {
  /// What tells this boot from every other: `/proc/sys/kernel/random/boot_id`.
  String bootId();

  /// The CPUs that are online now.
  CpuSet online();

  /// The online CPUs that no partition has: what kernels up to 6.19 give the tasks of the root
  /// cgroup when a partition comes or goes (cpuset_update_tasks_cpumask() in
  /// kernel/cgroup/cpuset.c, 6.12).
  CpuSet outsidePartitions();

  /// What targets hold now, in their order.
  List<Look> look(List<Target> targets);

  /// What a target holds now.
  default Look look(Target target) {
    return look(List.of(target)).getFirst();
  }

  /// What a target holds that was set a moment ago: whether it is still the same thread is not
  /// asked again.
  Look lookAgain(Target target);

  /// Sets a target. An answer of {@link Answer.Done} does not say that the machine took the value
  /// as it is: look again.
  Answer set(Target target, Value value);
}
