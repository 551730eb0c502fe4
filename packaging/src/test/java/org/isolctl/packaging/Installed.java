package org.isolctl.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the build packed, and programs that are run on it.
final class Installed {
  /// How a program ended and what it wrote.
  record Answer(int exit, String out, String err) {}

  private Installed() {}

  static Path target() {
    return Path.of(System.getProperty("isolctl.target"));
  }

  static Path deb() throws IOException {
    try (Stream<Path> files = Files.list(target())) {
      return files
          .filter(file -> file.toString().endsWith(".deb"))
          .reduce((a, b) -> {
            throw new IllegalStateException("two packages, build from clean: " + a + ", " + b);
          })
          .orElseThrow();
    }
  }

  static Path tar() {
    return Path.of(System.getProperty("isolctl.tar"));
  }

  static Answer run(Path scratch, List<String> command) throws IOException, InterruptedException {
    return run(scratch, command, Map.of());
  }

  static Answer run(Path scratch, List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "out", "");
    Path err = Files.createTempFile(scratch, "err", "");
    var builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    int exit = builder.start().waitFor();
    return new Answer(
        exit,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
