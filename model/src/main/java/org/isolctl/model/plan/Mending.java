package org.isolctl.model.plan;

/// What one part of the planner says of one finding.
sealed interface Mending {
  /// This mends it.
  record By(Target target, Value from, Value to) implements Mending {}

  /// Nothing is done, for a reason.
  record Not(String reason) implements Mending {}

  /// It is another part's business, or nobody's.
  record Elsewhere() implements Mending {}
}
