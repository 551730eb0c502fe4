package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.TrialJson;
import org.isolctl.app.render.TrialText;
import org.isolctl.host.vm.CollectorReport;
import org.isolctl.model.measure.Conformity;
import org.isolctl.model.predict.Predictor;

/// `isolctl try`.
final class TryCommand implements Command {
  List<String> words = List.of();

  Optional<String> kernel = Optional.empty();

  Optional<Path> kconfig = Optional.empty();

  Optional<Integer> cpus = Optional.empty();

  final NodesOption nodes = new NodesOption();

  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Boot a kernel with a boot line in QEMU, and compare with what is predicted.",
        List.of(
            "Shows predicted and measured masks side by side, before you reboot into them. Needs"
                + " QEMU and no rights. The guest holds nothing but the kernel and a program of 4"
                + " KB, and is gone when the answer is there. This machine is not changed."),
        List.of(
            "Examples:",
            "  isolctl try -- isolcpus=2-3                       this machine's kernel",
            "  isolctl try --kernel /tmp/vmlinuz --cpus 8 -- 'nohz_full=4-7 isolcpus=4-7'",
            "  isolctl try --cpus 4 --nodes 0-1/2-3 -- isolcpus=2-3"));
  }

  @Override
  public void list(OptionList options) {
    options.arguments(
        "LINE",
        "The boot line, best after -- and in quotes. Default: that of this machine.",
        it -> words = it);
    options
        .option("--kernel", "FILE|RELEASE")
        .says(
            "A kernel image, or the release of one in /boot, where 6.12 means the newest 6.12.x."
                + " Default: the running one.")
        .takesText(it -> kernel = Optional.of(it));
    options
        .option("--kconfig", "FILE")
        .says("The kernel's configuration. Default: the one beside the image or in /boot.")
        .takesPath(it -> kconfig = Optional.of(it));
    options
        .option("--cpus", "COUNT")
        .says(
            "How many CPUs, 1 to 255. Default: as many as here, but at most "
                + TrialTarget.MOST_UNASKED
                + ".")
        .takesNumber(it -> cpus = Optional.of(it));
    nodes.list(options);
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
    var target = TrialTarget.of(this, session.inspector());
    CollectorReport report;
    try (var progress = Progress.on(session.terminal())) {
      report = session.inspector().boot(target.trial(), progress);
    }
    var conformity = Conformity.of(Predictor.predict(target.input()), report.measurement());
    session
        .answer()
        .print(
            switch (output.format) {
              case TEXT ->
                  TrialText.render(
                      conformity,
                      target.trial().bootLine(),
                      target.remarks(),
                      report.notes(),
                      colour.paper(session.terminal()));
              case JSON ->
                  TrialJson.render(
                      conformity, target.trial().bootLine(), target.remarks(), report.notes());
            });
    if (conformity.holds()) {
      return ExitCode.FINE;
    }
    askForAReport(session, target, report);
    return ExitCode.FINDINGS;
  }

  /// A difference is an error of the rules until it is explained, and the report shows it.
  private static void askForAReport(Session session, TrialTarget target, CollectorReport report) {
    try {
      Path file =
          Files.createTempFile("isolctl-try-" + target.input().kernel().series() + "-", ".txt");
      Files.writeString(file, report.text());
      Notice.to(
          session.terminal(),
          "This kernel does not do as isolctl predicts. Please report it to the project, with the"
              + " boot line and the file "
              + file
              + ".");
    } catch (IOException e) {
      throw CommandException.unfinished(
          "cannot write what the guest reported: " + IoReasons.of(e) + ".", e);
    }
  }
}
