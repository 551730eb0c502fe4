package org.isolctl.app.cli;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The terminal that this process was started in.
///
/// `System.console()` is not asked: it knows only whether input *and* output are a terminal, and a
/// progress line cares for the error output alone.
final class ProcessTerminal {
  private ProcessTerminal() {}

  static Terminal open() {
    boolean outIsTty = isTty(1);
    boolean errIsTty = isTty(2);
    // A pager, or `head`, shows in the same window what comes through a pipe.
    boolean inWindow = outIsTty || (errIsTty && target(1).startsWith("pipe:"));
    return new Terminal(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        outIsTty,
        errIsTty,
        inWindow && !System.getenv().containsKey("COLUMNS") ? windowWidth() : Optional.empty(),
        System.getenv());
  }

  private static boolean isTty(int descriptor) {
    String target = target(descriptor);
    return target.startsWith("/dev/pts/")
        || target.startsWith("/dev/tty")
        || target.equals("/dev/console");
  }

  /// What a descriptor of this process leads to; empty where that is not to be seen.
  private static String target(int descriptor) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }

  /// Asks `stty`, as shells seldom export `COLUMNS`. Without `stty` the width stays unknown.
  private static Optional<Integer> windowWidth() {
    try {
      var process =
          new ProcessBuilder("stty", "size")
              .redirectInput(Path.of("/dev/tty").toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (var reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
        var answer = Optional.ofNullable(reader.readLine()).orElse("");
        // Whoever this process becomes must not find a child that it does not know.
        process.waitFor();
        return parseSttySize(answer);
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// The columns in the answer of `stty size`, for instance `50 120`; 0 is what a terminal says
  /// that does not know.
  static Optional<Integer> parseSttySize(String answer) {
    return answer.matches("[0-9]{1,4} [1-9][0-9]{0,3}")
        ? Optional.of(Integer.valueOf(answer.substring(answer.indexOf(' ') + 1)))
        : Optional.empty();
  }
}
