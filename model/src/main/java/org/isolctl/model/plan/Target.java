package org.isolctl.model.plan;

/// One thing on a machine that a change sets.
///
/// Names come from the machine and are raw: to be made safe before they are printed.
public sealed interface Target {
  /// The mask of one thread.
  ///
  /// @param startTicks when it started, in clock ticks after boot: a tid alone is used again
  /// @param comm only for people; the thread may have been renamed
  record OfThread(int tid, long startTicks, String comm) implements Target {}

  /// The mask of one unbound workqueue, or of all.
  ///
  /// @param name `*` for the mask that confines all of them
  record OfWorkqueue(String name) implements Target {}

  /// The requested mask of one interrupt.
  ///
  /// @param name only for people
  record OfIrq(int number, String name) implements Target {}

  /// The mask that interrupts get which are set up later.
  record OfIrqDefault() implements Target {}

  /// The CPUs to which a receive queue hands packets (RPS).
  record OfReceiveQueue(String device, String queue) implements Target {}

  /// The CPUs that the lockup watchdog watches.
  record OfWatchdog() implements Target {}

  /// The CPUs that irqbalance keeps away from, in a ban list of ours: a CPU set, or `none` where we
  /// have given it none.
  record OfIrqbalance() implements Target {
    /// The file of variables that a drop-in of ours makes its service read last.
    public static final String BAN_LIST = "/run/isolctl/irqbalance.env";

    /// We have given it no ban list.
    public static final Value NONE = Value.of("none");
  }

  /// A slice of systemd directly below its root slice: the CPUs that all in it may use, or `none`
  /// where we have made none. Its group is `/NAME.slice`.
  ///
  /// @param name without `.slice`
  record OfSlice(String name) implements Target {
    /// We have made no such slice.
    public static final Value NONE = Value.of("none");

    /// Its unit file.
    public String unit() {
      return "/run/systemd/system/" + name + ".slice";
    }

    /// Its group below the root of the hierarchy.
    public String path() {
      return "/" + name + ".slice";
    }
  }

  /// A cgroup v2 group: `present` or `absent`.
  ///
  /// @param path below the root of the hierarchy, with a leading `/`
  record OfGroup(String path) implements Target {}

  /// Whether the children of a group have the cpuset controller: `on` or `off`.
  record OfCpusetController(String path) implements Target {}

  /// `cpuset.cpus` of a group.
  record OfGroupCpus(String path) implements Target {}

  /// `cpuset.cpus.partition` of a group: `member`, `root` or `isolated`.
  record OfPartition(String path) implements Target {}

  /// What it is, for people, for instance `thread 2 kthreadd`.
  default String title() {
    return switch (this) {
      case OfThread(var tid, _, var comm) -> "thread " + tid + " " + comm;
      case OfWorkqueue(var name) ->
          name.equals("*") ? "all unbound workqueues" : "workqueue " + name;
      case OfIrq(var number, var name) ->
          name.isEmpty() ? "IRQ " + number : "IRQ " + number + " " + name;
      case OfIrqDefault() -> "default IRQ mask";
      case OfReceiveQueue(var device, var queue) -> "receive queue " + device + " " + queue;
      case OfWatchdog() -> "lockup watchdog";
      case OfIrqbalance() -> "irqbalance";
      case OfSlice(var name) -> "slice " + name + ".slice";
      case OfGroup(var path) -> "cgroup " + path;
      case OfCpusetController(var path) -> "cpuset controller below cgroup " + path;
      case OfGroupCpus(var path) -> "CPUs of cgroup " + path;
      case OfPartition(var path) -> "partition of cgroup " + path;
    };
  }

  /// The system call or the file by which it is changed. Paths of groups are below the root of the
  /// cgroup v2 hierarchy.
  default String how() {
    return switch (this) {
      case OfThread _ -> "sched_setaffinity";
      case OfWorkqueue(var name) ->
          "/sys/devices/virtual/workqueue/" + (name.equals("*") ? "" : name + "/") + "cpumask";
      case OfIrq(var number, _) -> "/proc/irq/" + number + "/smp_affinity_list";
      case OfIrqDefault() -> "/proc/irq/default_smp_affinity";
      case OfReceiveQueue(var device, var queue) ->
          "/sys/class/net/" + device + "/queues/" + queue + "/rps_cpus";
      case OfWatchdog() -> "/proc/sys/kernel/watchdog_cpumask";
      case OfIrqbalance() -> "a drop-in of irqbalance.service and a restart";
      case OfSlice slice -> "unit file " + slice.unit() + " and a start";
      case OfGroup _ -> "mkdir";
      case OfCpusetController(var path) -> inGroup(path, "cgroup.subtree_control");
      case OfGroupCpus(var path) -> inGroup(path, "cpuset.cpus");
      case OfPartition(var path) -> inGroup(path, "cpuset.cpus.partition");
    };
  }

  /// Where its new state can be seen.
  default String verify() {
    return switch (this) {
      case OfThread(var tid, _, _) -> "Cpus_allowed_list in /proc/" + tid + "/status";
      case OfIrq(var number, _) ->
          "/proc/irq/" + number + "/smp_affinity_list, and effective_affinity_list beside it";
      case OfIrqbalance() -> "IRQBALANCE_BANNED_CPULIST in the environment of irqbalance";
      case OfSlice slice -> "the folder " + slice.path() + " of the cgroup v2 hierarchy";
      case OfGroup(var path) -> "the folder " + path + " of the cgroup v2 hierarchy";
      case OfWorkqueue _,
          OfIrqDefault _,
          OfReceiveQueue _,
          OfWatchdog _,
          OfCpusetController _,
          OfGroupCpus _,
          OfPartition _ ->
          how();
    };
  }

  /// How long a change of it holds.
  default String lasts() {
    return switch (this) {
      case OfThread _ -> "until the thread ends";
      case OfWorkqueue _,
          OfIrqDefault _,
          OfWatchdog _,
          OfIrqbalance _,
          OfSlice _,
          OfGroup _,
          OfCpusetController _,
          OfGroupCpus _,
          OfPartition _ ->
          "until reboot";
      case OfIrq _, OfReceiveQueue _ -> "until its driver is loaded again, or reboot";
    };
  }

  private static String inGroup(String path, String file) {
    return path.equals("/") ? "/" + file : path + "/" + file;
  }
}
