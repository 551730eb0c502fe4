package org.isolctl.host.act;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.isolctl.model.plan.Target;

/// Parts a list, in its order, into what may be looked at together and is then set one after the
/// other. The masks of different threads do not depend on each other; anything else may change what
/// comes after it, and stands alone.
final class Batches {
  /// Enough to make a sync of the journal cheap, few enough to be looked at in a moment.
  static final int MOST = 256;

  private Batches() {}

  static <T> List<List<T>> of(List<T> all, Function<T, Target> targetOf) {
    var batches = new ArrayList<List<T>>();
    var batch = new ArrayList<T>();
    var targets = new HashSet<Target>();
    for (T one : all) {
      var target = targetOf.apply(one);
      boolean alone = !(target instanceof Target.OfThread);
      // Set twice, it holds at the second time what it was given at the first.
      if (alone || batch.size() == MOST || targets.contains(target)) {
        close(batch, targets, batches);
      }
      batch.add(one);
      targets.add(target);
      if (alone) {
        close(batch, targets, batches);
      }
    }
    close(batch, targets, batches);
    return List.copyOf(batches);
  }

  private static <T> void close(List<T> batch, Set<Target> targets, List<List<T>> batches) {
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    batch.clear();
    targets.clear();
  }
}
