package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A line for the person who runs the command, beside the answer.
final class Notice {
  private Notice() {}

  static void to(Terminal terminal, String line) {
    try {
      terminal.err().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      terminal.err().flush();
    } catch (IOException e) {
      // Nobody is there to be told of it.
    }
  }
}
