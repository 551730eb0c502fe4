package org.isolctl.model.plan;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// What to change on a machine, in this order, and what to leave.
///
/// @param kernel the release, where it could be read
/// @param isolated the CPUs that shall be left alone
/// @param housekeeping the online CPUs that are not isolated
/// @param childrenInherit whether threads that this kernel makes from now on inherit the mask that
///   is set on kthreadd (6.2 and later): where not, new ones stray again
public record Plan(
    Optional<String> kernel,
    CpuSet isolated,
    CpuSet housekeeping,
    boolean childrenInherit,
    List<Change> changes,
    List<Left> left) {
  public Plan {
    changes = List.copyOf(changes);
    left = List.copyOf(left);
  }
}
