package org.isolctl.app.kernelpatch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isolctl.app.kernelpatch.PatchException.Kind;

/// A program of the machine that works on files.
///
/// @param path where it lies
record Tool(Path path) {
  private static final Pattern SEPARATOR = Pattern.compile(File.pathSeparator);

  /// What a program did.
  ///
  /// @param code its exit code
  /// @param out its standard output
  /// @param err its error output
  record Result(int code, String out, String err) {
    /// The end of what it complained about, for a message.
    String lastWords() {
      List<String> lines = err.strip().lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
  }

  /// Looks a program up as a shell does.
  ///
  /// @param environment where `PATH` is taken from
  static Optional<Tool> find(String name, Map<String, String> environment) {
    return SEPARATOR
        .splitAsStream(environment.getOrDefault("PATH", ""))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name).toAbsolutePath())
        .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program))
        .map(Tool::new)
        .findFirst();
  }

  /// Runs it to its end.
  ///
  /// @param folder where it runs
  /// @param scratch a folder for what it prints
  Result run(Path folder, Path scratch, List<String> arguments) throws PatchException {
    var command = new ArrayList<String>();
    command.add(path.toString());
    command.addAll(arguments);
    Path out = scratch.resolve("out");
    Path err = scratch.resolve("err");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      return new Result(await(process), text(out), text(err));
    } catch (IOException e) {
      throw new PatchException(Kind.MEANS, "cannot run " + path + ": " + e.getMessage(), e);
    }
  }

  private int await(Process process) throws PatchException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new PatchException(Kind.MEANS, path + " was interrupted.", e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
