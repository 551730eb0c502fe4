package org.isolctl.host.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The files that QEMU works with; they go when the trial is over.
///
/// @param path a folder of its own
record TrialFolder(Path path) {
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
    return LastWords.of("QEMU said", complaints())
        + LastWords.of("The kernel's log ends with", log());
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
