package org.isolctl.host.act;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// How values compare on a machine.
///
/// @param online two masks that differ only in CPUs that are offline are the same: the system call
///   that a plan rests on leaves those out, the files do not
record Comparison(CpuSet online) {
  boolean same(Value a, Value b) {
    if (a instanceof Value.Cpus(var one) && b instanceof Value.Cpus(var other)) {
      return one.intersect(online).equals(other.intersect(online))
          && one.isEmpty() == other.isEmpty();
    }
    return a.equals(b);
  }

  /// Whether the first has no online CPU that the second has not.
  boolean within(Value a, Value b) {
    return a instanceof Value.Cpus(var one)
        && b instanceof Value.Cpus(var other)
        && !one.isEmpty()
        && one.intersect(online).isSubsetOf(other);
  }

  /// Whether a change may be made of what its target holds now: what the plan saw, or of an
  /// interrupt some of these CPUs. irqbalance moves interrupts all the time; the change takes CPUs
  /// away all the same.
  boolean fits(Change change, Value now) {
    return same(now, change.from())
        || (change.target() instanceof Target.OfIrq && within(now, change.from()));
  }

  /// What to write: what the target holds without the CPUs that the change takes away, so that CPUs
  /// which are offline stay in. A change that brings other CPUs in is taken as it is.
  Value exact(Change change, Value now) {
    if (now instanceof Value.Cpus(var mask)
        && change.from() instanceof Value.Cpus(var from)
        && change.to() instanceof Value.Cpus(var to)
        && fits(change, now)
        && to.isSubsetOf(from)
        && !to.isEmpty()) {
      var rest = mask.minus(from.minus(to));
      return rest.isEmpty() ? change.to() : Value.of(rest);
    }
    return change.to();
  }
}
