package org.isolctl.model.plan;

import java.util.Optional;
import org.isolctl.model.judge.FindingCode;

/// One change of a machine: what is set, what it holds now, what it shall hold.
///
/// @param from what it must still hold when the change is made, or else it is not made
/// @param because the finding that it mends; empty for what the user asked for
public record Change(Target target, Value from, Value to, Optional<FindingCode> because) {

  /// What takes it back.
  public Change inverse() {
    return new Change(target, to, from, because);
  }

  /// The label of the finding, or `requested`.
  public String reason() {
    return because.map(FindingCode::label).orElse("requested");
  }
}
