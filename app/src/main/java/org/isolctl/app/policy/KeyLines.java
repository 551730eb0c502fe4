package org.isolctl.app.policy;

import java.util.List;
import java.util.regex.Pattern;

/// Finds the line on which a key of a policy file stands, as the TOML library does not say.
///
/// It knows the plain way of writing (`key = value` on a line, `[[exception]]` above it), which is
/// the way of nearly every file; else it says that it does not know.
final class KeyLines {
  static final int UNKNOWN = 0;

  private static final Pattern HEADER = Pattern.compile("\\s*\\[\\[\\s*exception\\s*]].*");
  private static final Pattern ANY_HEADER = Pattern.compile("\\s*\\[.*");

  private final List<String> lines;

  KeyLines(String text) {
    lines = text.lines().toList();
  }

  /// The line of a key above all tables, or of a table, counted from 1.
  int ofTop(String key) {
    for (int i = 0; i < lines.size(); i++) {
      boolean table = lines.get(i).matches("\\s*\\[\\[?\\s*[\"']?" + Pattern.quote(key) + "\\b.*");
      if (table || isKey(lines.get(i), key)) {
        return i + 1;
      }
    }
    return UNKNOWN;
  }

  /// The line of an exception, counted from 1.
  ///
  /// @param index which exception, counted from 0
  int ofException(int index) {
    int seen = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (HEADER.matcher(lines.get(i)).matches() && seen++ == index) {
        return i + 1;
      }
    }
    return UNKNOWN;
  }

  /// The line of a key of an exception; that of the exception where the key is not found.
  int ofKey(int index, String key) {
    int header = ofException(index);
    for (int i = header; header != UNKNOWN && i < lines.size(); i++) {
      if (isKey(lines.get(i), key)) {
        return i + 1;
      }
      if (ANY_HEADER.matcher(lines.get(i)).matches()) {
        break;
      }
    }
    return header;
  }

  private static boolean isKey(String line, String key) {
    return line.matches("\\s*[\"']?" + Pattern.quote(key) + "[\"']?\\s*[=.].*");
  }
}
