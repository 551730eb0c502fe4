package org.isolctl.model.judge.detect;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.SeenThread;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.thread.ThreadClass;

/// Why a thread has the mask that it has.
final class ThreadCauses {
  private ThreadCauses() {}

  static Cause of(Situation situation, SeenThread thread) {
    var mask = thread.mask();
    var threadClass = thread.threadClass();
    return switch (threadClass) {
      case INIT -> byDefault(situation, threadClass, mask) ? Cause.DEFAULT_MASK : Cause.USER_PINNED;
      case USER -> ofUser(situation, thread);
      case NODE_KTHREAD ->
          isNodeMask(situation, mask) ? Cause.NODE_AFFINE : ofKthread(situation, threadClass, mask);
      case UNBOUND_KWORKER -> Cause.WORKQUEUE_MASK;
      case RESCUER -> ofRescuer(situation, mask);
      case IRQ_THREAD -> Cause.IRQ_MASK;
      case PER_CPU_KTHREAD, BOUND_KWORKER -> Cause.PER_CPU;
      case KTHREADD, KTHREAD, RCU_GP, RCUO ->
          thread.movable().orElse(true) ? ofKthread(situation, threadClass, mask) : Cause.OWN_MASK;
    };
  }

  private static Cause ofKthread(Situation situation, ThreadClass threadClass, CpuSet mask) {
    if (!byDefault(situation, threadClass, mask)) {
      return Cause.OWN_MASK;
    }
    boolean kthreaddIsRight =
        situation.maskOf(2).map(own -> !own.intersects(situation.isolated())).orElse(false);
    return kthreaddIsRight && situation.outlook().childrenInherit()
        ? Cause.BORN_BEFORE_MASK
        : Cause.DEFAULT_MASK;
  }

  /// Whether the mask is the one that this kernel gives by itself. Where that is not known, the
  /// mask of all CPUs passes for it.
  private static boolean byDefault(Situation situation, ThreadClass threadClass, CpuSet mask) {
    var given = situation.outlook().mask(threadClass);
    var own = situation.cut(mask);
    return given
        .map(expected -> own.equals(situation.cut(expected)))
        .orElseGet(() -> situation.housekeeping().isSubsetOf(own));
  }

  private static boolean isNodeMask(Situation situation, CpuSet mask) {
    var own = situation.cut(mask);
    return situation.machine().cpus().nodes().stream()
        .flatMap(node -> node.cpus().toOptional().stream())
        .anyMatch(node -> situation.cut(node).equals(own));
  }

  private static Cause ofRescuer(Situation situation, CpuSet mask) {
    var global = situation.machine().workqueues().global().toOptional();
    return global.map(unbound -> situation.cut(unbound).equals(situation.cut(mask))).orElse(false)
        ? Cause.WORKQUEUE_MASK
        : Cause.DEFAULT_MASK;
  }

  private static Cause ofUser(Situation situation, SeenThread thread) {
    boolean asParent =
        thread.ppid().isPresent()
            && situation.maskOf(thread.ppid().getAsInt()).map(thread.mask()::equals).orElse(false);
    return asParent ? Cause.USER_INHERITED : Cause.USER_PINNED;
  }

  private static String byDefault(ThreadClass threadClass) {
    return switch (threadClass) {
      case RESCUER ->
          "This kernel gives the rescuer of a per-CPU workqueue all CPUs; it sleeps unless memory"
              + " is short.";
      case INIT -> "This kernel gives process 1 these CPUs under this boot line.";
      case KTHREADD -> "This kernel gives kthreadd these CPUs under this boot line.";
      case RCU_GP -> "This kernel gives RCU's grace-period thread these CPUs under this boot line.";
      case RCUO -> "This kernel gives the threads that run RCU callbacks these CPUs.";
      case NODE_KTHREAD -> "This kernel gives the threads of a NUMA node these CPUs.";
      case KTHREAD, PER_CPU_KTHREAD, BOUND_KWORKER, UNBOUND_KWORKER, IRQ_THREAD, USER ->
          "This kernel gives every kernel thread that asks for nothing special these CPUs under"
              + " this boot line.";
    };
  }

  static String sentence(Cause cause, ThreadClass threadClass) {
    return switch (cause) {
      case DEFAULT_MASK -> byDefault(threadClass);
      case BORN_BEFORE_MASK -> "It was made before kthreadd's mask was set right.";
      case OWN_MASK -> "Its own code, or whoever made it, chose this mask.";
      case PER_CPU -> "It is bound to its CPU by design.";
      case WORKQUEUE_MASK -> "It follows a mask of unbound workqueues that reaches isolated CPUs.";
      case IRQ_MASK -> "It follows its interrupt, whose mask reaches isolated CPUs.";
      case NODE_AFFINE -> "The kernel keeps it on the CPUs of its NUMA node, isolated or not.";
      case USER_PINNED -> "Its mask differs from its parent's: it, or somebody, set it.";
      case USER_INHERITED -> "It has the mask that its parent has.";
      case IRQ_PENDING, MANAGED_IRQ, NO_BALANCING, BY_POLICY ->
          throw new IllegalArgumentException(cause + " is no cause of a thread's mask");
    };
  }
}
