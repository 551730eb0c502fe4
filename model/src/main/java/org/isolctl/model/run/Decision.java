package org.isolctl.model.run;

/// What became of a {@link Wish}.
public sealed interface Decision {
  /// It can be had.
  record Place(Placement placement) implements Decision {}

  /// It cannot.
  ///
  /// @param why a sentence without its full stop, with the way out
  record Refuse(String why) implements Decision {}
}
