package org.isolctl.app.guard;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Result;
import org.isolctl.model.policy.Governed;

/// The masks of interrupts and workqueues as the guard needs them: those of the machine, or of a
/// test.
interface Settings {
  /// Interrupts, workqueues and the CPUs that are online; nothing else.
  MachineFacts look();

  /// Makes changes as `isolctl apply` does, each written into the journal first.
  ///
  /// @return one result for each change
  /// @throws IOException when the journal cannot be used, for instance because another isolctl is
  ///   changing this machine
  List<Result> make(List<Change> changes) throws IOException;

  /// What keeps the guard from writing to any of these, as a sentence without its full stop.
  Optional<String> obstacle(Set<Governed> governed);
}
