package org.isolctl.host.act;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Asks systemd for something, and waits until it has done it.
final class Systemctl {
  private static final Path RUNS = Path.of("/run/systemd/system");
  private static final int MINUTES = 2;

  private Systemctl() {}

  /// Whether systemd is process 1 (sd_booted(3)).
  static boolean isThere() {
    return Files.isDirectory(RUNS);
  }

  static Answer run(String... words) throws IOException {
    var command = new ArrayList<String>();
    command.add("systemctl");
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0) {
        return new Answer.Done();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroy();
    return new Answer.Refused("systemctl", String.join(" ", words) + " failed: " + said, false);
  }
}
