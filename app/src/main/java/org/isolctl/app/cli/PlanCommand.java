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
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `isolctl plan`.
@CommandLine.Command(
    name = "isolctl plan",
    header = {"Show what would keep the isolated CPUs free, and why.", ""},
    description = {
      "",
      "Changes nothing. Only what differs is changed, no mask is made wider, and a thread that"
          + " somebody put onto isolated CPUs stays there. User threads are left alone unless the"
          + " policy file says move_user = true."
    },
    footer = {
      "",
      "Examples:",
      "  isolctl plan                             for this machine, now",
      "  isolctl plan -o plan.json                to review it and then: isolctl apply plan.json",
      "  isolctl plan --capture host.tar.gz       for a captured machine"
    })
final class PlanCommand implements Command {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the plan into a file that isolctl apply takes.")
  Optional<Path> file = Optional.empty();

  @Option(names = "--all", description = "Name every target instead of a few per group.")
  boolean all;

  @Mixin MachineOptions machine = new MachineOptions();
  @Mixin FormatOption output = new FormatOption();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin HelpOption help = new HelpOption();

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
