package org.isolctl.app;

import org.isolctl.app.cli.Isolctl;
import org.isolctl.app.cli.Terminal;

/// The program: nothing but the way from the process into {@link Isolctl}.
public final class Main {
  private Main() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(new Isolctl(Terminal.ofProcess()).run(args));
  }
}
