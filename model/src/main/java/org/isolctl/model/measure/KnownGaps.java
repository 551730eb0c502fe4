package org.isolctl.model.measure;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.measure.Measurement.Share;
import org.isolctl.model.policy.Glob;
import org.isolctl.model.predict.Prediction;
import org.isolctl.model.rules.HousekeepingType;
import org.isolctl.model.rules.VersionRange;
import org.isolctl.model.thread.ThreadClass;

/// All known gaps. The lab holds the list against its evidence: a difference that is not in it is a
/// failure, and so is an entry that nothing shows any more.
public final class KnownGaps {
  private static final Glob RCU_TASKS = new Glob("rcu_tasks*");
  private static final Glob RCU_EXP_WORKER = new Glob("rcu_exp_par_gp_kthread_worker*");

  private static final List<Entry> ENTRIES =
      List.of(
          new Entry(
              new KnownGap(
                  "rescuer-of-unbound",
                  VersionRange.between("6.9", "6.19"),
                  "The prediction is for rescuers of per-CPU workqueues; those of unbound"
                      + " workqueues follow the mask of unbound workqueues."),
              ThreadClass.RESCUER,
              (prediction, share) -> share.mask().equals(prediction.workqueueUnbound())),
          new Entry(
              new KnownGap(
                  "rescuer-stays-where-it-helped",
                  VersionRange.between("3.10", "6.9"),
                  "A rescuer that stepped in for a CPU's workers stays bound to that CPU, isolated"
                      + " or not, until it steps in elsewhere."),
              ThreadClass.RESCUER,
              (_, share) -> share.mask().size() == 1),
          new Entry(
              new KnownGap(
                  "born-before-other-cpus",
                  VersionRange.since("5.9"),
                  "A few kernel threads are made before the other CPUs are up. Where the boot CPU"
                      + " is not left to kernel threads they cannot leave it then, and nothing"
                      + " moves them later."),
              ThreadClass.KTHREAD,
              (prediction, share) ->
                  isBootCpuLeftOut(prediction)
                      && share.mask().equals(maskOf(ThreadClass.KTHREADD, prediction))),
          new Entry(
              new KnownGap(
                  "rcuo-born-before-its-cpus",
                  VersionRange.between("5.9", "6.5"),
                  "The rcuo threads of a CPU are made just before it comes up. Those that are made"
                      + " before any CPU that is left to kernel threads is up stay on the boot"
                      + " CPU."),
              ThreadClass.RCUO,
              (prediction, share) ->
                  share.mask().equals(maskOf(ThreadClass.KTHREADD, prediction))
                      && isBootCpuLeftOut(prediction)),
          new Entry(
              new KnownGap(
                  "rescuer-born-before-other-cpus",
                  VersionRange.since("6.19"),
                  "The first rescuers are made before the other CPUs are up. Where unbound work is"
                      + " kept off the boot CPU their mask cannot be set then, and they keep all"
                      + " CPUs."),
              ThreadClass.RESCUER,
              (prediction, share) ->
                  !prediction.workqueueUnbound().contains(prediction.possible().first())
                      && share.mask().equals(prediction.possible())),
          new Entry(
              new KnownGap(
                  "pool-of-a-node",
                  VersionRange.between("3.10", "6.6"),
                  "Before 6.6 an unbound workqueue has a pool of workers for each NUMA node, and"
                      + " they have the CPUs of that node alone."),
              ThreadClass.UNBOUND_KWORKER,
              (prediction, share) -> share.mask().isSubsetOf(prediction.workqueueUnbound())),
          new Entry(
              new KnownGap(
                  "pool-of-online-cpus",
                  VersionRange.since("6.6"),
                  "Some pools of unbound workers have only the CPUs that were brought up at boot."),
              ThreadClass.UNBOUND_KWORKER,
              (prediction, share) ->
                  share
                      .mask()
                      .equals(prediction.workqueueUnbound().intersect(prediction.online()))),
          new Entry(
              new KnownGap(
                  "rcu-exp-worker-of-online-cpus",
                  VersionRange.between("6.9", "6.14"),
                  "The worker for expedited grace periods of an RCU node gets only those CPUs of"
                      + " the node that were brought up."),
              ThreadClass.KTHREAD,
              (prediction, share) ->
                  share.mask().equals(leftByNohzFull(prediction).intersect(prediction.online()))
                      && !share.names().isEmpty()
                      && share.names().stream().allMatch(RCU_EXP_WORKER::matches)),
          new Entry(
              new KnownGap(
                  "rcu-tasks-follows-rcu",
                  VersionRange.since("7.0"),
                  "The threads of RCU tasks move themselves, as those of grace periods do, to the"
                      + " CPUs that nohz_full= leaves; the prediction is for kernel threads that do"
                      + " not."),
              ThreadClass.KTHREAD,
              (prediction, share) ->
                  share.mask().equals(leftByNohzFull(prediction))
                      && !share.names().isEmpty()
                      && share.names().stream().allMatch(RCU_TASKS::matches)));

  private KnownGaps() {}

  /// CPU 0 but for a few machines, and then kthreadd is left on it alone.
  private static boolean isBootCpuLeftOut(Prediction prediction) {
    var kthreadd = maskOf(ThreadClass.KTHREADD, prediction);
    var kthread = maskOf(ThreadClass.KTHREAD, prediction);
    return kthreadd.size() == 1 && !kthread.intersects(kthreadd);
  }

  private static CpuSet maskOf(ThreadClass threadClass, Prediction prediction) {
    return prediction.threads().getOrDefault(threadClass, CpuSet.empty());
  }

  private static CpuSet leftByNohzFull(Prediction prediction) {
    var types = prediction.housekeeping();
    return types.getOrDefault(
        HousekeepingType.RCU,
        types.getOrDefault(HousekeepingType.KERNEL_NOISE, prediction.possible()));
  }

  /// Whether a mask that was measured differs from the predicted one in a known way.
  private record Entry(KnownGap gap, ThreadClass threadClass, Test test) {}

  @FunctionalInterface
  private interface Test {
    boolean explains(Prediction prediction, Share share);
  }

  /// Every known gap.
  public static List<KnownGap> all() {
    return ENTRIES.stream().map(Entry::gap).toList();
  }

  static Optional<KnownGap> of(Prediction prediction, String name, Share share) {
    return ENTRIES.stream()
        .filter(entry -> entry.threadClass().label().equals(name))
        .filter(entry -> entry.gap().kernels().contains(prediction.kernel()))
        .filter(entry -> entry.test().explains(prediction, share))
        .map(Entry::gap)
        .findFirst();
  }
}
