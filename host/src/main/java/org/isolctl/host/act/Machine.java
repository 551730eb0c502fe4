package org.isolctl.host.act;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// The settings of a running machine, one at a time, as acting needs them.
public interface Machine {
  /// What tells this boot from every other: `/proc/sys/kernel/random/boot_id`.
  String bootId();

  /// The CPUs that are online now.
  CpuSet online();

  /// What a target holds now.
  Look look(Target target);

  /// Sets a target. An answer of {@link Answer.Done} does not say that the machine took the value
  /// as it is: look again.
  Answer set(Target target, Value value);
}
