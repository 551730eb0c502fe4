package org.isolctl.model.bootline;

/// A place in the boot line.
///
/// @param offset of its first character, counted from 0
/// @param length in characters; 0 for a place between two characters
public record Span(int offset, int length) {
  public Span {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("no place in a line: " + offset + ", " + length);
    }
  }

  /// The offset of the character after it.
  public int end() {
    return offset + length;
  }
}
