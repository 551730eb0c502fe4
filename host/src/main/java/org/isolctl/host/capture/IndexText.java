package org.isolctl.host.capture;

import java.util.List;
import java.util.function.Consumer;

/// A text file about a capture in that capture: a first line with name and version, then lines of
/// fields separated by tabs.
final class IndexText {
  private IndexText() {}

  /// Gives every line's fields to a reader.
  ///
  /// @param header the first line that is understood
  /// @throws IllegalArgumentException telling another version from something else altogether, or
  ///   naming the line that the reader refuses
  static void read(String text, String header, Consumer<List<String>> reader) {
    var lines = text.split("\n", -1);
    checkHeader(lines[0], header);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].isEmpty()) {
        continue;
      }
      try {
        reader.accept(TabbedLine.split(lines[i]));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
  }

  private static void checkHeader(String found, String header) {
    if (found.equals(header)) {
      return;
    }
    var name = header.substring(0, header.indexOf(' ') + 1);
    throw new IllegalArgumentException(
        found.startsWith(name)
            ? "made by another version of isolctl (" + found + "), this one reads " + header
            : "does not begin with '" + header + "'");
  }
}
