package org.isolctl.app.render;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;

/// The words for what a finding is about.
final class SubjectText {
  private SubjectText() {}

  /// Its name, with the number by which other tools know it.
  static String name(Subject subject) {
    return switch (subject) {
      case Subject.OfThread(int tid, String comm, _) -> comm + " (" + tid + ")";
      case Subject.OfProcess(int tgid, String comm, List<Integer> tids) ->
          comm + " (" + tgid + "), " + Count.of(tids.size(), "thread", "threads");
      case Subject.OfIrq(int number, String name) ->
          name.isEmpty() ? "IRQ " + number : "IRQ " + number + " " + name;
      case Subject.OfWorkqueue(String name) -> name.equals("*") ? "all unbound workqueues" : name;
      case Subject.OfCpus(var cpus) -> Count.cpus(cpus);
      case Subject.OfQueue(String device, String queue) -> device + " " + queue;
      case Subject.OfPartition(String path) -> path;
      case Subject.OfBootWord(String word, _) -> word;
      case Subject.OfSetting(String name) -> name;
    };
  }

  /// What kind of thing it is, where its name does not say so.
  static Optional<String> kind(Subject subject) {
    return switch (subject) {
      case Subject.OfThread(_, _, ThreadClass threadClass) ->
          Optional.of(threads(threadClass, 1).replaceFirst("^1 ", ""));
      case Subject.OfWorkqueue(String name) when !name.equals("*") -> Optional.of("workqueue");
      case Subject.OfPartition _ -> Optional.of("cgroup partition");
      case Subject.OfBootWord _ -> Optional.of("boot word");
      case Subject.OfProcess _,
          Subject.OfIrq _,
          Subject.OfWorkqueue _,
          Subject.OfCpus _,
          Subject.OfQueue _,
          Subject.OfSetting _ ->
          Optional.empty();
    };
  }

  /// How many of its kind, for instance `39 kernel threads`.
  static String count(Subject kind, int count) {
    return switch (kind) {
      case Subject.OfThread(_, _, ThreadClass threadClass) -> threads(threadClass, count);
      case Subject.OfProcess _ -> Count.of(count, "process", "processes");
      case Subject.OfIrq _ -> Count.of(count, "IRQ", "IRQs");
      case Subject.OfWorkqueue _ -> Count.of(count, "workqueue mask", "workqueue masks");
      case Subject.OfCpus _ -> Count.of(count, "set of CPUs", "sets of CPUs");
      case Subject.OfQueue _ -> Count.of(count, "queue", "queues");
      case Subject.OfPartition _ -> Count.of(count, "partition", "partitions");
      case Subject.OfBootWord _ -> Count.of(count, "boot word", "boot words");
      case Subject.OfSetting _ -> Count.of(count, "setting", "settings");
    };
  }

  private static String threads(ThreadClass threadClass, int count) {
    return switch (threadClass) {
      case INIT -> "process 1";
      case KTHREADD -> "parent of all kernel threads";
      case KTHREAD -> Count.of(count, "kernel thread", "kernel threads");
      case NODE_KTHREAD -> Count.of(count, "kernel thread of a node", "kernel threads of nodes");
      case RCU_GP -> Count.of(count, "RCU grace-period thread", "RCU grace-period threads");
      case RCUO -> Count.of(count, "RCU callback thread", "RCU callback threads");
      case PER_CPU_KTHREAD -> Count.of(count, "per-CPU kernel thread", "per-CPU kernel threads");
      case BOUND_KWORKER -> Count.of(count, "bound kworker", "bound kworkers");
      case UNBOUND_KWORKER -> Count.of(count, "unbound kworker", "unbound kworkers");
      case RESCUER -> Count.of(count, "rescuer", "rescuers");
      case IRQ_THREAD -> Count.of(count, "IRQ thread", "IRQ threads");
      case USER -> Count.of(count, "user thread", "user threads");
    };
  }
}
