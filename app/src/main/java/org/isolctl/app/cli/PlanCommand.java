package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.PlanJson;
import org.isolctl.app.render.PlanText;
import org.isolctl.model.plan.Plan;

/// `isolctl plan`.
final class PlanCommand implements Command {
  Optional<Path> file = Optional.empty();

  boolean all;

  final MachineOptions machine = new MachineOptions();
  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Show what would keep the isolated CPUs free, and why.",
        List.of(
            "Changes nothing. Only what differs is changed, no mask is made wider, and a thread"
                + " that somebody put onto isolated CPUs stays there. User threads are left alone"
                + " unless the policy file says move_user = true."),
        List.of(
            "Examples:",
            "  isolctl plan                             for this machine, now",
            "  isolctl plan -o plan.json                to review it and then: isolctl apply"
                + " plan.json",
            "  isolctl plan --capture host.tar.gz       for a captured machine"));
  }

  @Override
  public void list(OptionList options) {
    options
        .option("-o --output", "FILE")
        .says("Write the plan into a file that isolctl apply takes.")
        .takesPath(it -> file = Optional.of(it));
    options
        .flag("--all")
        .says("Name every target instead of a few per group.")
        .sets(it -> all = it);
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
    Plan plan;
    try (var progress = Progress.on(session.terminal())) {
      plan = session.inspector().plan(machine, progress);
    }
    file.ifPresent(path -> write(path, PlanJson.render(plan)));
    session
        .answer()
        .print(
            switch (output.format) {
              case TEXT -> PlanText.render(plan, colour.paper(session.terminal()), all);
              case JSON -> PlanJson.render(plan);
            });
    return plan.changes().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static void write(Path path, String text) {
    try {
      Files.writeString(path, text, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw CommandException.unfinished(
          "cannot write the plan " + path + ": " + IoReasons.of(e) + ".", e);
    }
  }
}
