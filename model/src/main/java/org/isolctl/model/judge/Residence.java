package org.isolctl.model.judge;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.thread.ThreadClass;

/// How a thread's mask lies to the isolated CPUs.
public enum Residence {
  /// It does not reach them.
  ELSEWHERE,
  /// It lies wholly inside them because somebody put it there.
  TENANT,
  /// It is bound to one of them by design.
  BOUND,
  /// It reaches them though nothing says that it belongs there.
  STRAY;

  /// How a mask lies.
  ///
  /// @param visible the CPUs that count: a mask may name others that the machine does not have
  static Residence of(CpuSet mask, ThreadClass threadClass, CpuSet isolated, CpuSet visible) {
    if (!mask.intersects(isolated)) {
      return ELSEWHERE;
    }
    if (!mask.intersect(visible).isSubsetOf(isolated)) {
      return STRAY;
    }
    return switch (threadClass) {
      case PER_CPU_KTHREAD, BOUND_KWORKER -> BOUND;
      // Nobody but the kernel chooses these masks: kswapd1 lies inside node 1 whoever is isolated
      // there, and a worker or an IRQ thread follows a mask that is judged on its own.
      case NODE_KTHREAD, UNBOUND_KWORKER, RESCUER, IRQ_THREAD, RCU_GP, KTHREADD -> STRAY;
      case INIT, KTHREAD, RCUO, USER -> TENANT;
    };
  }
}
