package org.isolctl.app;

import org.isolctl.app.cli.Isolctl;
import org.isolctl.app.cli.Terminal;

/// The program: nothing but the way from the process into {@link Isolctl}.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  ///
  /// By `halt`, as `exit` first sets up logging to tell that it was called, which takes a short
  /// command a tenth of its time. But where a signal is ending the process, its shutdown hooks are
  /// waited for, which clean up, and its exit code counts.
  public static void main(String[] args) {
    int code = new Isolctl(Terminal.ofProcess()).run(args);
    if (isEnding()) {
      System.exit(code);
    }
    Runtime.getRuntime().halt(code);
  }

  private static boolean isEnding() {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {}));
      return false;
    } catch (IllegalStateException _) {
      return true;
    }
  }
}
