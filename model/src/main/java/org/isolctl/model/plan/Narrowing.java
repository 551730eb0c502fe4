package org.isolctl.model.plan;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// Takes isolated CPUs out of a mask.
///
/// @param housekeeping the online CPUs that are not isolated
record Narrowing(CpuSet isolated, CpuSet housekeeping) {
  static final String NO_HOUSEKEEPING = "no online CPU is left that is not isolated";

  /// The mask without the isolated CPUs; the housekeeping CPUs where no online CPU is left of it;
  /// empty where there are none. CPUs that are offline stay in, as they were.
  Optional<CpuSet> of(CpuSet mask) {
    var rest = mask.minus(isolated);
    if (rest.intersects(housekeeping)) {
      return Optional.of(rest);
    }
    return housekeeping.isEmpty() ? Optional.empty() : Optional.of(housekeeping);
  }

  /// The change of a target's mask.
  Mending mend(Target target, CpuSet mask) {
    return of(mask)
        .<Mending>map(to -> new Mending.By(target, Value.of(mask), Value.of(to)))
        .orElseGet(() -> new Mending.Not(NO_HOUSEKEEPING));
  }
}
