package org.isolctl.lab.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `isolctl try` as a process of its own, with a folder of its own for temporary files.
///
/// @param prefix what it is started by, for instance `setpriv`
record TryCall(Path temporary, List<String> prefix, Path modules) {
  TryCall {
    prefix = List.copyOf(prefix);
  }

  static TryCall in(Path temporary) {
    return new TryCall(temporary, List.of(), Path.of(System.getProperty("isolctl.modules")));
  }

  /// What came of a call.
  record Answer(int code, String out, String err) {}

  Answer of(String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile("isolctl-lab", ".out");
    Path err = Files.createTempFile("isolctl-lab", ".err");
    try {
      int code = start(out, err, arguments).waitFor();
      return new Answer(code, text(out), text(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  Process start(Path out, Path err, String... arguments) throws IOException {
    var command = new ArrayList<>(prefix);
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + temporary,
            "--enable-native-access=org.isolctl.host",
            "-p",
            modules.toString(),
            "-m",
            "org.isolctl.app/org.isolctl.app.Main",
            "try"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
