package org.isolctl.host.act;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Value;

/// What came of a look at a target.
public sealed interface Look {
  /// It holds this.
  ///
  /// @param inEffect the CPUs where it goes now, for an interrupt whose mask may be pending
  record Holds(Value value, Optional<CpuSet> inEffect) implements Look {}

  /// It is not there: the thread ended, the device was taken away.
  record Gone() implements Look {}

  /// It could not be read.
  ///
  /// @param why a sentence without its full stop
  record Unreadable(String why) implements Look {}

  static Look holds(Value value) {
    return new Holds(value, Optional.empty());
  }
}
