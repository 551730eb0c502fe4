package org.isolctl.app.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.AuditJson;
import org.isolctl.app.render.AuditText;
import org.isolctl.model.judge.Audit;

/// `isolctl audit`.
final class AuditCommand implements Command {
  boolean all;

  Optional<Duration> watch = Optional.empty();

  final MachineOptions machine = new MachineOptions();
  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Judge whether the isolation of this machine, or of a captured one, is real.",
        List.of(
            "Reads which CPUs are isolated and who can reach them all the same: threads,"
                + " interrupts, workqueues, settings. Changes nothing. What is found has one of"
                + " three grades: it did run there (stolen time), it will run there (the scheduler"
                + " is free to take it there), or it may run there (a wrong mask, but nothing"
                + " balances it there)."),
        List.of(
            "Examples:",
            "  isolctl audit                            this machine, now",
            "  isolctl audit --watch 10s                and who really runs there in ten seconds",
            "  isolctl audit --isolated 1               as if CPU 1 were isolated",
            "  isolctl audit --capture host.tar.gz --format json"));
  }

  @Override
  public void list(OptionList options) {
    options
        .flag("--all")
        .says("Name every thread and interrupt instead of a few per group.")
        .sets(it -> all = it);
    options
        .option("--watch", "TIME")
        .says("Look for that long (such as 10s) and report who ran on isolated CPUs.")
        .takes(new DurationConverter(), it -> watch = Optional.of(it));
    machine.list(options);
    output.list(options);
    colour.list(options);
    HelpOption.list(options);
  }

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.FINE, ExitCode.FINDINGS, ExitCode.USAGE, ExitCode.UNDECIDED);
  }

  @Override
  public ExitCode run(Session session) {
    machine.check();
    if (watch.isPresent() && (machine.capture.isPresent() || machine.root.isPresent())) {
      throw CommandException.usage(
          "--watch looks at a running machine and cannot go with --capture or --root; leave one of"
              + " them out.");
    }
    Audit audit;
    try (var progress = Progress.on(session.terminal())) {
      audit =
          session.inspector().inspect(machine, Inspector.Depth.REACHING, watch, progress).audit();
    }
    session
        .answer()
        .print(
            switch (output.format) {
              case TEXT -> AuditText.render(audit, colour.paper(session.terminal()), all);
              case JSON -> AuditJson.render(audit);
            });
    return exitCode(audit);
  }

  /// Where nothing is isolated that is fine, unless something was asked for and is not in force: a
  /// boot word that was dropped, an invalid partition.
  private static ExitCode exitCode(Audit audit) {
    return switch (audit.verdict()) {
      case INTACT -> ExitCode.FINE;
      case NOT_ISOLATED -> audit.isFaulty() ? ExitCode.FINDINGS : ExitCode.FINE;
      case VIOLATED -> ExitCode.FINDINGS;
      case UNDECIDED -> ExitCode.UNDECIDED;
    };
  }
}
