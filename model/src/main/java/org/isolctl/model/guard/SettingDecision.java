package org.isolctl.model.guard;

import java.util.List;
import java.util.Map;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Target;

/// What the guard makes of one look at the masks of interrupts and workqueues.
///
/// @param make the changes to be made now
/// @param givenUp those that are left from now on, because they were set back too often
/// @param efforts what to remember, until the machine has answered
public record SettingDecision(
    List<Change> make, List<Change> givenUp, Map<Target, SettingEffort> efforts) {
  public SettingDecision {
    make = List.copyOf(make);
    givenUp = List.copyOf(givenUp);
    efforts = Map.copyOf(efforts);
  }
}
