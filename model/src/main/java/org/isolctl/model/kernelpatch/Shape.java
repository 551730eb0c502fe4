package org.isolctl.model.kernelpatch;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A piece of C that can be counted in a file however it is spaced and broken into lines.
///
/// @param code without blanks; `@`, which C does not use, stands for the shortest text without a
///   semicolon or a brace
record Shape(String code, Pattern pattern) {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  static Shape of(String code) {
    String dense = dense(code);
    String regex =
        Arrays.stream(dense.split("@", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("([^;{}]*?)"));
    return new Shape(dense, Pattern.compile(regex));
  }

  int countIn(String text) {
    return Math.toIntExact(pattern.matcher(dense(text)).results().count());
  }

  /// A text of C without its blanks.
  static String dense(String text) {
    return BLANKS.matcher(text).replaceAll("");
  }
}
