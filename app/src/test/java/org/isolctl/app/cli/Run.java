package org.isolctl.app.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.judge.Audit;

/// One run of the command inside the test, with streams and environment of its own.
final class Run {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "C.UTF-8"));
  private boolean tty;
  private Inspector inspector =
      new FakeInspector((_, _, _) -> {
        throw new AssertionError("nobody was to look at a machine");
      });
  private int exitCode = -1;

  static Run with(Audit audit) {
    return new Run().inspector(new FakeInspector((_, _, _) -> audit));
  }

  Run inspector(Inspector value) {
    inspector = value;
    return this;
  }

  Run environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Run onATerminal() {
    tty = true;
    return this;
  }

  Run run(String... args) {
    exitCode = new Isolctl(terminal(), inspector).run(args);
    return this;
  }

  Terminal terminal() {
    return new Terminal(out, err, tty, tty, Optional.empty(), environment);
  }

  int exitCode() {
    return exitCode;
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
