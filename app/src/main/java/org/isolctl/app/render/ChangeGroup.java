package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// Changes that a reader wants to see as one: the same kind of target, from the same value to the
/// same value.
///
/// @param changes at least one
record ChangeGroup(List<Change> changes) {
  private record Likeness(
      Class<? extends Target> kind, boolean kthreadd, Value from, Value to, String reason) {

    static Likeness of(Change change) {
      boolean kthreadd = change.target() instanceof Target.OfThread thread && thread.tid() == 2;
      return new Likeness(
          change.target().getClass(), kthreadd, change.from(), change.to(), change.reason());
    }
  }

  /// Gathers changes in the order of the first of each group.
  static List<ChangeGroup> gather(List<Change> changes) {
    var groups = new LinkedHashMap<Likeness, List<Change>>();
    for (Change change : changes) {
      groups.computeIfAbsent(Likeness.of(change), _ -> new ArrayList<>()).add(change);
    }
    return groups.values().stream().map(ChangeGroup::new).toList();
  }

  /// One of them, for what all have in common.
  Change any() {
    return changes.getFirst();
  }

  /// How many of which kind.
  String title() {
    int count = changes.size();
    return switch (any().target()) {
      case Target.OfThread(var tid, _, _) ->
          tid == 2 ? "the parent of all kernel threads" : Count.of(count, "thread", "threads");
      case Target.OfIrq _ -> Count.of(count, "interrupt", "interrupts");
      case Target.OfReceiveQueue _ -> Count.of(count, "receive queue", "receive queues");
      case Target.OfWorkqueue _ -> Count.of(count, "workqueue mask", "workqueue masks");
      case Target.OfIrqDefault _,
          Target.OfWatchdog _,
          Target.OfIrqbalance _,
          Target.OfSlice _,
          Target.OfGroup _,
          Target.OfCpusetController _,
          Target.OfGroupCpus _,
          Target.OfPartition _ ->
          "setting";
    };
  }

  /// The name of a target, with the number by which other tools know it.
  static String name(Target target) {
    return target instanceof Target.OfThread(var tid, _, var comm)
        ? comm + " (" + tid + ")"
        : target.title();
  }

  List<String> names() {
    return changes.stream().map(change -> name(change.target())).toList();
  }
}
