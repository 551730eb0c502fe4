package org.isolctl.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks a person before the machine is changed.
final class ConsentOption {
  boolean given;

  /// Lists them.
  void list(OptionList options) {
    options.flag("--yes").says("Change the machine without asking.").sets(it -> given = it);
  }

  /// Whether the user wants it.
  ///
  /// @param shown what is about to be done; it is made and shown before the question
  /// @throws CommandException where nobody is there to be asked
  boolean obtain(Terminal terminal, Supplier<String> shown) {
    if (given) {
      return true;
    }
    if (!terminal.errIsTty()) {
      throw CommandException.usage(
          "there is no terminal to ask at; look at 'isolctl plan' first and then give --yes.");
    }
    try {
      terminal.err().write((shown.get() + "\nDo it? [y/N] ").getBytes(StandardCharsets.UTF_8));
      terminal.err().flush();
      return isYes(answer());
    } catch (IOException e) {
      throw CommandException.unfinished("cannot ask at the terminal: " + IoReasons.of(e) + ".", e);
    }
  }

  private static Optional<String> answer() throws IOException {
    try (BufferedReader reader =
        Files.newBufferedReader(Path.of("/dev/tty"), StandardCharsets.UTF_8)) {
      return Optional.ofNullable(reader.readLine());
    }
  }

  static boolean isYes(Optional<String> answer) {
    var word = answer.orElse("").strip().toLowerCase(Locale.ROOT);
    return word.equals("y") || word.equals("yes");
  }
}
