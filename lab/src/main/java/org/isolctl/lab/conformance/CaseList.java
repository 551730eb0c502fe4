package org.isolctl.lab.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The cases that are tried on every kernel, from the file `cases` beside this class: a machine, a
/// blank, the boot line.
public final class CaseList {
  private CaseList() {}

  /// All of them, in the order of the file.
  public static List<Case> read() throws IOException {
    try (InputStream in = CaseList.class.getResourceAsStream("cases")) {
      return parse(
          new String(Objects.requireNonNull(in, "cases").readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  static List<Case> parse(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> {
          int blank = (line + " ").indexOf(' ');
          return Case.of(
              line.substring(0, blank), line.substring(Math.min(line.length(), blank + 1)));
        })
        .toList();
  }
}
