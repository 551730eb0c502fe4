package org.isolctl.lab.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Runs a program of this machine to its end.
final class HostProgram {
  private HostProgram() {}

  /// What the program printed, its errors included.
  ///
  /// @throws IOException when it cannot be started or its exit code is not 0
  static String output(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException(
          "%s ended with code %d: %s".formatted(String.join(" ", command), code, output.strip()));
    }
    return output;
  }
}
