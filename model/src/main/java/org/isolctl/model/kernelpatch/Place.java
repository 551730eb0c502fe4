package org.isolctl.model.kernelpatch;

import java.util.Map;

/// A place of a kernel tree that a semantic patch must change.
///
/// @param file from the top of the tree
/// @param purpose what is done there, as a phrase
/// @param shape what is there afterwards
/// @param count how many times more than before
public record Place(String file, String purpose, Shape shape, int count) {
  static Place once(String file, String purpose, String code) {
    return new Place(file, purpose, Shape.of(code), 1);
  }

  /// How often the change is found in a tree.
  int countIn(Map<String, String> tree) {
    return shape.countIn(tree.getOrDefault(file, ""));
  }
}
