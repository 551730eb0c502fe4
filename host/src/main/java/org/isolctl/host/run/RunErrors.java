package org.isolctl.host.run;

import org.isolctl.host.linux.Errno;

/// What an error number means when a program is placed; sentences without their full stop.
public final class RunErrors {
  private RunErrors() {}

  /// Of `sched_setaffinity(2)`.
  public static String ofMask(Errno errno) {
    return errno
        + switch (errno.number()) {
          case Errno.EPERM -> ": it belongs to somebody else; run it by sudo (CAP_SYS_NICE)";
          case Errno.EINVAL ->
              ": none of these CPUs is usable for it: its cpuset or a partition keeps them from it,"
                  + " or it is a kernel thread that may not be moved";
          case Errno.EBUSY -> ": its policy is deadline, which must be able to use every CPU";
          default -> ": sched_setaffinity failed";
        };
  }

  /// Of `sched_setscheduler(2)`.
  public static String ofPolicy(Errno errno) {
    return errno
        + switch (errno.number()) {
          case Errno.EPERM ->
              ": real-time policies need CAP_SYS_NICE or a limit (ulimit -r); run it by sudo";
          case Errno.EINVAL -> ": the kernel does not know this policy";
          default -> ": sched_setscheduler failed";
        };
  }

  /// Of a write to `cgroup.procs`.
  public static String ofGroup(Errno errno) {
    return errno
        + switch (errno.number()) {
          case Errno.ENOENT -> ": the group is not there any more";
          case Errno.EACCES, Errno.EPERM ->
              ": only its owner may put processes there; run it by sudo";
          case Errno.EBUSY ->
              ": the group hands controllers on to groups below it, so processes go into those";
          case Errno.EOPNOTSUPP -> ": the group is threaded and takes no whole processes";
          case Errno.ESRCH -> ": the process ended";
          default -> ": the group does not take the process";
        };
  }
}
