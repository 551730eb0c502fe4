package org.isolctl.model.facts;

/// What `/proc/TGID/task/TID/stat` tells of a thread (fields numbered as in `proc(5)`).
///
/// @param comm its name as the kernel has it: up to 15 bytes of anything (up to 63 for a kworker),
///   bytes that are no UTF-8 decoded to U+FFFD; never print it raw (field 2)
/// @param state one letter, `R` for runnable (field 3)
/// @param ppid parent; 2 for a kernel thread made by kthreadd (field 4)
/// @param flags the kernel's `PF_` flags (field 9)
/// @param cpuTicks user and system time, in clock ticks of 1/100 s (fields 14 and 15)
/// @param startTicks when it started, in clock ticks after boot: with the tid it identifies a
///   thread for good (field 22)
/// @param lastCpu where it last ran, or -1 where the source does not say (field 39)
/// @param rtPriority 1 to 99 for a real-time policy, else 0 (field 40)
/// @param policy `SCHED_` number: 0 other, 1 FIFO, 2 RR, 3 batch, 5 idle, 6 deadline (field 41)
public record ThreadStat(
    String comm,
    char state,
    int ppid,
    long flags,
    long cpuTicks,
    long startTicks,
    int lastCpu,
    int rtPriority,
    int policy) {

  /// A kernel thread (include/linux/sched.h, since 2.6.27).
  public static final long PF_KTHREAD = 0x0020_0000L;

  /// `sched_setaffinity(2)` answers EINVAL for this thread (include/linux/sched.h, since 3.10).
  public static final long PF_NO_SETAFFINITY = 0x0400_0000L;

  /// A workqueue worker (include/linux/sched.h).
  public static final long PF_WQ_WORKER = 0x0000_0020L;

  public boolean isKernelThread() {
    return (flags & PF_KTHREAD) != 0;
  }

  /// Whether the kernel lets user space change its mask.
  public boolean isMovable() {
    return (flags & PF_NO_SETAFFINITY) == 0;
  }
}
