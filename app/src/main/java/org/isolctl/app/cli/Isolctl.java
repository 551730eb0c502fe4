package org.isolctl.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.Visible;
import picocli.CommandLine.ParameterException;

/// The command `isolctl`: finds the verb, runs it, and turns whatever comes of it into an exit
/// code.
///
/// Answers go to standard output, everything else to the error output. Nothing that a user or a
/// machine can do wrong ends in a stack trace.
public final class Isolctl {
  private final Terminal terminal;
  private final Answer answer;
  private final Inspector inspector;

  public Isolctl(Terminal terminal) {
    this(terminal, new HostInspector());
  }

  Isolctl(Terminal terminal, Inspector inspector) {
    this.terminal = terminal;
    this.answer = new Answer(terminal.out());
    this.inspector = inspector;
  }

  /// Runs one command.
  ///
  /// @return the exit code of the process, see {@link ExitCode}
  public int run(String... args) {
    try {
      return dispatch(args).code();
    } catch (CommandException e) {
      complain(name(args), String.valueOf(e.getMessage()));
      return e.exitCode().code();
    } catch (ParameterException e) {
      complain(name(args), UsageErrors.sentence(e) + " See '" + name(args) + " --help'.");
      return ExitCode.USAGE.code();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      complain(name(args), defect(e));
      return ExitCode.UNDECIDED.code();
    }
  }

  private ExitCode dispatch(String[] args) {
    if (args.length == 0) {
      complain("isolctl", "no verb given.\n" + Overview.render(terminal));
      return ExitCode.USAGE;
    }
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    return switch (args[0]) {
      case "version", "--version", "-V" -> say("isolctl " + Version.read() + "\n");
      case "help", "--help", "-h" -> help(rest);
      default -> verb(args[0], rest);
    };
  }

  private ExitCode verb(String word, String[] rest) {
    Verb verb = Verb.named(word).orElseThrow(() -> UsageErrors.unknownVerb(word));
    var line = VerbLine.of(verb);
    line.parse(rest);
    return line.helpWanted()
        ? say(line.help(terminal))
        : line.command().run(new Session(terminal, answer, inspector));
  }

  private ExitCode help(String[] words) {
    Optional<String> word = Arrays.stream(words).filter(text -> !text.startsWith("-")).findFirst();
    return say(
        word.map(text ->
                VerbLine.of(Verb.named(text).orElseThrow(() -> UsageErrors.unknownVerb(text)))
                    .help(terminal))
            .orElseGet(() -> Overview.render(terminal)));
  }

  private ExitCode say(String text) {
    answer.print(text);
    return ExitCode.FINE;
  }

  /// The name under which errors are told: with the verb where there is one.
  private static String name(String[] args) {
    return Arrays.stream(args)
        .findFirst()
        .flatMap(Verb::named)
        .map(verb -> "isolctl " + verb.word())
        .orElse("isolctl");
  }

  private String defect(Throwable e) {
    if ("1".equals(terminal.environment().get("ISOLCTL_DEBUG"))) {
      var trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return "a defect in isolctl.\n" + trace.toString().strip();
    }
    return "a defect in isolctl: "
        + e
        + ". Please report it with the command that you ran; ISOLCTL_DEBUG=1 in the environment"
        + " adds the stack trace.";
  }

  /// Writes to the error output; if that fails nobody is left to be told.
  private void complain(String name, String message) {
    List<String> lines = message.lines().map(line -> Visible.of(line, terminal.utf8())).toList();
    String text = name + ": " + String.join("\n", lines) + "\n";
    try {
      terminal.err().write(text.getBytes(StandardCharsets.UTF_8));
      terminal.err().flush();
    } catch (IOException e) {
      // The exit code has to do.
    }
  }
}
