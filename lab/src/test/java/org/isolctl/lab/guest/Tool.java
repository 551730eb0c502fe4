package org.isolctl.lab.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A program of this machine that a test needs.
final class Tool {
  private Tool() {}

  /// Runs it to its end.
  ///
  /// @throws IOException when it fails, with what it said
  static void run(List<String> command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + said);
    }
  }
}
