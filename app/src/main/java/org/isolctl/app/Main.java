package org.isolctl.app;

import org.isolctl.app.cli.Isolctl;
import org.isolctl.app.cli.Terminal;

/// The program: nothing but the way from the process into {@link Isolctl}.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  ///
  /// By `halt`, as `exit` first sets up logging to tell that it was called, which takes a short
  /// command a tenth of its time. Nothing is left to a shutdown hook by a command that has
  /// returned; signals still run those.
  public static void main(String[] args) {
    Runtime.getRuntime().halt(new Isolctl(Terminal.ofProcess()).run(args));
  }
}
