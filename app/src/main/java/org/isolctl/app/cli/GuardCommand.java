package org.isolctl.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.isolctl.app.guard.Guard;
import org.isolctl.app.guard.GuardSettings;
import org.isolctl.app.guard.PolicySource;
import org.isolctl.app.guard.PolicyTroubleException;
import org.isolctl.app.guard.StatusClient;
import org.isolctl.app.policy.PolicyFileException;
import org.isolctl.host.act.Journal;
import org.isolctl.model.policy.Policy;

/// `isolctl guard`.
final class GuardCommand implements Command {
  final FormatOption output = new FormatOption();

  final IsolationOptions isolation = new IsolationOptions();

  boolean once;

  boolean status;

  boolean leave;

  Duration scan = GuardSettings.SCAN_PERIOD;

  InetSocketAddress listen =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), GuardSettings.METRICS_PORT);

  boolean noListen;

  Path socket = GuardSettings.SOCKET;

  int bufferBytes = GuardSettings.BUFFER_BYTES;

  Optional<Path> rehearsal = Optional.empty();

  Format logFormat = Format.JSON;

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Keep every new kernel thread off the isolated CPUs.",
        List.of(
            "Runs until it is stopped. Hears from the kernel of every thread that kthreadd makes"
                + " and takes the isolated CPUs out of its mask; looks again until the mask stands;"
                + " and looks at all kernel threads now and then. Leaves alone what the kernel has"
                + " bound, what lies wholly inside the isolated CPUs, and what the policy excepts."
                + " Needs CAP_SYS_NICE, and CAP_NET_ADMIN on kernels before 6.6.",
            "",
            "Where the policy says govern = [\"irqs\", \"workqueues\"], their masks are kept right"
                + " too: others reset them. Each change is journalled, and 'isolctl undo' takes it"
                + " back. Needs root, or CAP_DAC_OVERRIDE."),
        List.of(
            "SIGHUP reads the policy again; SIGTERM ends the guard, which puts kthreadd back.",
            "",
            "Examples:",
            "  isolctl guard                            as systemd starts it",
            "  isolctl guard --once                     scan, mend, end",
            "  isolctl guard --status                   what the running guard did"));
  }

  @Override
  public void list(OptionList options) {
    HelpOption.list(options);
    output.list(options);
    isolation.list(options);
    options
        .flag("--once")
        .says("Scan, mend, wait until all masks stand, and end.")
        .sets(it -> once = it);
    options.flag("--status").says("Ask the running guard what it did.").sets(it -> status = it);
    options
        .flag("--leave")
        .says("Leave kthreadd as it is at the end, so that its children go on being steered.")
        .sets(it -> leave = it);
    options
        .option("--scan", "TIME")
        .says("Time between two scans without a reason. Default: 10s.")
        .takes(new DurationConverter(), it -> scan = it);
    options
        .option("--listen", "ADDRESS:PORT")
        .says("Where metrics for Prometheus are served. Default: 127.0.0.1:9750.")
        .takes(new SocketAddressConverter(), it -> listen = it);
    options.flag("--no-listen").says("Serve no metrics.").sets(it -> noListen = it);
    options
        .option("--socket", "PATH")
        .says("Where the status is asked for. Default: /run/isolctl-guard/socket.")
        .takesPath(it -> socket = it);
    options
        .option("--receive-buffer", "BYTES")
        .hidden()
        .says("Size of the socket's buffer, to try what a loss does.")
        .takesNumber(it -> bufferBytes = it);
    options
        .option("--rehearse", "FOLDER")
        .hidden()
        .says("Do it all once without looking at any thread, with socket and note in FOLDER.")
        .takesPath(it -> rehearsal = Optional.of(it));
    options
        .option("--log-format", "text|json")
        .says("Form of the log on the error output. Default: json.")
        .takes(new FormatConverter(), it -> logFormat = it);
  }

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.FINE, ExitCode.USAGE, ExitCode.UNDECIDED, ExitCode.CHANGE_FAILED);
  }

  @Override
  public ExitCode run(Session session) {
    if (status && once) {
      throw CommandException.usage("--status and --once do different things; leave one out.");
    }
    return status ? status(session) : guard(session);
  }

  private ExitCode status(Session session) {
    try {
      session
          .answer()
          .print(StatusClient.ask(socket, output.format == Format.JSON ? "json" : "text"));
      return ExitCode.FINE;
    } catch (IOException e) {
      throw CommandException.unfinished(
          "no guard answers on "
              + socket
              + " ("
              + e.getMessage()
              + "); start one with"
              + " 'isolctl guard', or name its socket with --socket.",
          e);
    }
  }

  private ExitCode guard(Session session) {
    var log = new PrintStream(session.terminal().err(), true, StandardCharsets.UTF_8);
    var settings =
        new GuardSettings(
            scan,
            bufferBytes,
            leave,
            noListen ? Optional.empty() : Optional.of(listen),
            socket,
            GuardSettings.NOTE,
            Journal.DEFAULT_FOLDER);
    var source = new FileOrOptions();
    try {
      if (rehearsal.isPresent()) {
        Guard.rehearse(rehearsal.get(), source, Version.read(), log);
        return ExitCode.FINE;
      }
      var guard =
          Guard.of(
              settings,
              source,
              session.terminal().environment(),
              Version.read(),
              log,
              logFormat == Format.JSON);
      if (once) {
        return guard.once() ? ExitCode.FINE : ExitCode.CHANGE_FAILED;
      }
      guard.run();
      return ExitCode.FINE;
    } catch (PolicyTroubleException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw CommandException.unfinished(String.valueOf(e.getMessage()) + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.unfinished("interrupted.", e);
    }
  }

  /// The policy file, where one is given, with the CPUs of the command line added.
  private final class FileOrOptions implements PolicySource {
    @Override
    public Policy read() throws PolicyTroubleException {
      try {
        var read = isolation.read();
        return new Policy(
            isolation.cpus(read), read.exceptions(), read.moveUser(), read.governed());
      } catch (PolicyFileException e) {
        throw new PolicyTroubleException(String.valueOf(e.getMessage()), e);
      }
    }

    @Override
    public String name() {
      return isolation.policy.map(Path::toString).orElse("the command line");
    }
  }
}
