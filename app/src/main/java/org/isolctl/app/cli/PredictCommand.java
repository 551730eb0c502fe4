package org.isolctl.app.cli;

import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.ComparisonText;
import org.isolctl.app.render.FixText;
import org.isolctl.app.render.PredictionJson;
import org.isolctl.app.render.PredictionText;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.predict.Comparison;
import org.isolctl.model.predict.Fix;
import org.isolctl.model.predict.Prediction;
import org.isolctl.model.predict.PredictionInput;
import org.isolctl.model.predict.Predictor;

/// `isolctl predict`.
final class PredictCommand implements Command {
  private static final int MOST_CPUS = CpuSet.MAX_CPU + 1;

  List<String> words = List.of();

  final PredictOptions target = new PredictOptions();

  List<KernelVersion> compare = List.of();

  Optional<CpuSet> fix = Optional.empty();

  Optional<String> lines = Optional.empty();

  boolean why;

  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Say what a boot line does on a kernel, before anybody boots it.",
        List.of(
            "Shows the masks that process 1, kernel threads, unbound workqueues and interrupts get,"
                + " and what is wrong with the line, with its place. What is not given is taken"
                + " from this machine: its kernel, its configuration, its CPUs, its boot line."),
        List.of(
            "Examples:",
            "  isolctl predict                                    this machine as it was booted",
            "  isolctl predict -- 'isolcpus=2-3 quiet'            this machine with another line",
            "  isolctl predict --kernel 7.0 --cpus 4 -- nohz_full=2-3",
            "  isolctl predict --compare 6.12,7.0,7.3             what an upgrade changes",
            "  isolctl predict --fix 2-3                          the line that isolates CPUs 2-3",
            "  isolctl predict --kernel 6.12 --cpus 8 --lines -   a line of JSON for each line"
                + " read"));
  }

  @Override
  public void list(OptionList options) {
    options.arguments(
        "LINE",
        "The boot line, best after -- and in quotes. Default: that of this machine.",
        it -> words = it);
    target.list(options);
    options
        .option("--compare", "RELEASE")
        .says("The line on several kernels side by side; what changes has a star.")
        .takesList(new KernelConverter(), it -> compare = it);
    options
        .option("--fix", "CPULIST")
        .says("Propose the line that isolates these CPUs as fully as the kernel can.")
        .takes(new CpulistConverter(), it -> fix = Optional.of(it));
    options
        .option("--lines", "FILE|-")
        .says("Predict for each line of a file, or of standard input, in JSON.")
        .takesText(it -> lines = Optional.of(it));
    options.flag("--why").says("Name the rules that led to each mask.").sets(it -> why = it);
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
    check();
    var inputs = new PredictTarget(target, session.inspector());
    if (lines.isPresent()) {
      return code(BootLines.predict(lines.get(), inputs, inputs.kernel(), session.answer()));
    }
    String line = words.isEmpty() ? inputs.bootLine() : String.join(" ", words);
    if (!compare.isEmpty()) {
      return compared(session, inputs, line);
    }
    var input = inputs.input(inputs.kernel(), line);
    if (fix.isPresent()) {
      return fixed(session, input, fix.get());
    }
    var prediction = Predictor.predict(input);
    session
        .answer()
        .print(
            switch (output.format) {
              case TEXT ->
                  PredictionText.render(prediction, line, colour.paper(session.terminal()), why);
              case JSON -> PredictionJson.render(prediction, line);
            });
    return code(prediction.hasErrors());
  }

  private ExitCode compared(Session session, PredictTarget inputs, String line) {
    var comparison =
        Comparison.of(compare.stream().map(kernel -> inputs.input(kernel, line)).toList());
    session
        .answer()
        .print(
            switch (output.format) {
              case TEXT -> ComparisonText.render(comparison, colour.paper(session.terminal()));
              case JSON -> PredictionJson.render(comparison);
            });
    return code(comparison.predictions().stream().anyMatch(Prediction::hasErrors));
  }

  private ExitCode fixed(Session session, PredictionInput input, CpuSet wanted) {
    Fix proposed;
    try {
      proposed = Fix.of(input, wanted);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(e.getMessage() + ".");
    }
    session
        .answer()
        .print(
            switch (output.format) {
              case TEXT -> FixText.render(proposed, colour.paper(session.terminal()));
              case JSON -> PredictionJson.render(proposed, input.bootLine(), wanted);
            });
    return code(proposed.prediction().hasErrors());
  }

  private void check() {
    int ways =
        (lines.isPresent() ? 1 : 0) + (fix.isPresent() ? 1 : 0) + (compare.isEmpty() ? 0 : 1);
    if (ways > 1) {
      throw CommandException.usage("--compare, --fix and --lines are three questions; ask one.");
    }
    if (lines.isPresent() && !words.isEmpty()) {
      throw CommandException.usage(
          "--lines reads the boot lines, so none goes on the command line; leave one of them out.");
    }
    if (target.kernel.isPresent() && !compare.isEmpty()) {
      throw CommandException.usage("--compare names the kernels; leave --kernel out.");
    }
    if (target.capture.isPresent() && target.root.isPresent()) {
      throw CommandException.usage(
          "--capture and --root name two machines; leave one of them out.");
    }
    target.cpus.ifPresent(count -> {
      if (count < 1 || count > MOST_CPUS) {
        throw CommandException.usage(
            "--cpus " + count + ": no machine has that many; give 1 to " + MOST_CPUS + ".");
      }
    });
  }

  private static ExitCode code(boolean errors) {
    return errors ? ExitCode.FINDINGS : ExitCode.FINE;
  }
}
