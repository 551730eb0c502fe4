package org.isolctl.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A line on the error output that tells a waiting person how far it is; silent where no person is.
///
/// Not thread-safe: one thread tells it.
final class Progress implements AutoCloseable {
  private static final String ERASE_LINE = "\r\u001b[K";

  private final OutputStream err;
  private final boolean shown;
  private boolean dirty;

  private Progress(OutputStream err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  static Progress on(Terminal terminal) {
    return new Progress(terminal.err(), terminal.errIsTty());
  }

  /// Replaces the line.
  void watching(Duration elapsed, Duration total) {
    show("watching the isolated CPUs: " + seconds(elapsed) + " of " + seconds(total));
  }

  /// Replaces the line.
  void booting(Duration elapsed, Duration limit) {
    show("booting in QEMU: " + seconds(elapsed) + ", at most " + seconds(limit));
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }

  private void show(String line) {
    if (shown) {
      write(ERASE_LINE + line);
      dirty = true;
    }
  }

  /// Takes the line away.
  @Override
  public void close() {
    if (dirty) {
      write(ERASE_LINE);
      dirty = false;
    }
  }

  private void write(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.US_ASCII));
      err.flush();
    } catch (IOException e) {
      // Nobody is there to be told of it.
    }
  }
}
