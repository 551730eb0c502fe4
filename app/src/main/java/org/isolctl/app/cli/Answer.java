package org.isolctl.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The way of an answer to standard output.
///
/// Text comes here already cut down to what the terminal can show, hence UTF-8 whatever the JVM
/// thinks of the locale.
final class Answer {
  private final OutputStream out;

  Answer(OutputStream out) {
    this.out = out;
  }

  /// Writes the text and sees it out.
  ///
  /// A reader that has gone away (`| head`) has what it wanted, so that ends nothing. Any other
  /// failure does: an answer that is not whole must not look as if it were.
  ///
  /// @throws CommandException when it could not be written
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      if (!reason.contains("Broken pipe")) {
        throw CommandException.unfinished(
            "cannot write the answer to standard output: " + reason + ".", e);
      }
    }
  }
}
