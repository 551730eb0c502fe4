package org.isolctl.host.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of a file that QEMU or a kernel wrote, for a message that tells of a failure.
public final class LastWords {
  private static final int LINES = 25;

  private LastWords() {}

  /// Title and lines, after a newline; nothing where there is no such file or nothing in it.
  public static String of(String title, Path file) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip().lines().toList();
      int from = Math.max(0, lines.size() - LINES);
      return lines.isEmpty()
          ? ""
          : "\n%s:\n  %s".formatted(title, String.join("\n  ", lines.subList(from, lines.size())));
    } catch (IOException e) {
      // QEMU did not come as far as to make it.
      return "";
    }
  }
}
