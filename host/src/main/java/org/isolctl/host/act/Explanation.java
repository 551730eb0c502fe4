package org.isolctl.host.act;

import java.util.Optional;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.plan.Target;

/// What an error number means where it was met.
final class Explanation {
  private static final String NOT_ROOT = "only root may write this file; run it by sudo";

  private Explanation() {}

  /// The answer to a change of a thread's mask that failed.
  ///
  /// @param stat of the thread, where it could still be read
  static Answer ofThread(Errno errno, Optional<ThreadStat> stat) {
    return switch (errno.number()) {
      case Errno.ESRCH -> new Answer.Gone();
      case Errno.EPERM ->
          refused(errno, "the capability CAP_SYS_NICE is lacking; run it by sudo", false);
      case Errno.EINVAL ->
          stat.map(ThreadStat::isMovable).orElse(true)
              ? refused(
                  errno,
                  "none of these CPUs is usable for the thread: they are offline, or its cpuset or"
                      + " a partition keeps them from it",
                  false)
              : refused(
                  errno,
                  "the kernel refuses another mask for it (PF_NO_SETAFFINITY in its flags)",
                  true);
      default -> refused(errno, "sched_setaffinity failed", false);
    };
  }

  /// The answer to a write to a file that failed.
  static Answer ofFile(Target target, Errno errno) {
    return switch (errno.number()) {
      case Errno.ENOENT, Errno.ENODEV -> new Answer.Gone();
      case Errno.EACCES -> refused(errno, NOT_ROOT, false);
      case Errno.EROFS ->
          refused(
              errno,
              "the file system is mounted read-only here, as in a container: run it on the host",
              false);
      default -> ofKind(target, errno);
    };
  }

  private static Answer ofKind(Target target, Errno errno) {
    return switch (target) {
      case Target.OfIrq _ -> ofIrq(errno);
      case Target.OfWorkqueue _,
          Target.OfIrqDefault _,
          Target.OfReceiveQueue _,
          Target.OfWatchdog _ ->
          errno.number() == Errno.EINVAL
              ? refused(errno, "the kernel finds no usable CPU in this mask", false)
              : refused(errno, "the write failed", false);
      case Target.OfGroup _ ->
          errno.number() == Errno.EBUSY
              ? refused(errno, "processes, or groups, still live in it: move them out first", false)
              : refused(errno, "the group could not be made or taken away", false);
      case Target.OfCpusetController _, Target.OfGroupCpus _, Target.OfPartition _ ->
          refused(errno, "the cgroup refuses it", false);
      case Target.OfThread _, Target.OfIrqbalance _, Target.OfSlice _ ->
          refused(errno, "it failed", false);
    };
  }

  /// write_irq_affinity() in kernel/irq/proc.c answers EPERM (EIO before 6.1) where user space may
  /// not set the interrupt; x86 has no room for more than some 200 on a CPU.
  private static Answer ofIrq(Errno errno) {
    return switch (errno.number()) {
      case Errno.EPERM, Errno.EIO ->
          refused(errno, "the kernel itself places this interrupt (managed, or per CPU)", true);
      case Errno.EINVAL -> refused(errno, "no CPU of this mask is online", false);
      case Errno.ENOSPC, Errno.EBUSY ->
          refused(errno, "these CPUs have no interrupt vector left for it", false);
      default -> refused(errno, "the write failed", false);
    };
  }

  private static Answer refused(Errno errno, String why, boolean byDesign) {
    return new Answer.Refused(errno.name(), why, byDesign);
  }
}
