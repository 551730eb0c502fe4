package org.isolctl.model.kernelpatch;

/// Why a tree is not as a semantic patch should leave it.
public sealed interface Misfit {
  /// A place was not changed, or more often than it should be.
  ///
  /// @param found the number of changes
  record Count(Place place, int found) implements Misfit {}

  /// Kernel threads still get the mask that the patch replaces.
  ///
  /// @param expression the old mask, in C without blanks
  /// @param count how often it is still used
  record Leftover(String file, String expression, int count) implements Misfit {}
}
