package org.isolctl.host.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files that QEMU works with; they go when the trial is over.
///
/// @param path a folder of its own
record TrialFolder(Path path) {
  private static final int LOG_TAIL_LINES = 15;

  static TrialFolder create() throws IOException {
    return new TrialFolder(Files.createTempDirectory("isolctl-try-"));
  }

  Path initramfs() {
    return path.resolve("initramfs");
  }

  /// What the kernel had to say on its console.
  Path log() {
    return path.resolve("log");
  }

  /// What the collector had to say.
  Path report() {
    return path.resolve("report");
  }

  /// What QEMU itself had to say.
  Path complaints() {
    return path.resolve("complaints");
  }

  /// What the collector wrote so far; nothing where it never came to write.
  byte[] readReport() throws IOException {
    return Files.exists(report()) ? Files.readAllBytes(report()) : new byte[0];
  }

  /// The end of what QEMU and the kernel said, for a message; nothing where they said nothing.
  String lastWords() {
    return tail("QEMU said", complaints()) + tail("The kernel's log ends with", log());
  }

  private static String tail(String title, Path file) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip().lines().toList();
      int from = Math.max(0, lines.size() - LOG_TAIL_LINES);
      return lines.isEmpty()
          ? ""
          : "\n%s:\n  %s".formatted(title, String.join("\n  ", lines.subList(from, lines.size())));
    } catch (IOException e) {
      // QEMU did not come as far as to make it.
      return "";
    }
  }

  /// Deletes it; what cannot be deleted stays for the system's own cleaning of temporary files.
  void delete() {
    for (Path file : List.of(initramfs(), log(), report(), complaints(), path)) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        file.toFile().deleteOnExit();
      }
    }
  }
}
