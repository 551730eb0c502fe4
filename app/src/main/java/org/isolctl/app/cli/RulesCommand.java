package org.isolctl.app.cli;

import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.RulesJson;
import org.isolctl.app.render.RulesText;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.rules.KernelRules;

/// `isolctl rules`.
final class RulesCommand implements Command {
  Optional<KernelVersion> kernel = Optional.empty();

  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "List what kernels do with CPU isolation, and how that is known.",
        List.of(
            "Each rule has the kernels in which it holds, the kernel source in which it was read,"
                + " and either the booted kernels on which it was measured, or the plain statement"
                + " that it was not. 'isolctl predict' works by these rules and no others."),
        List.of(
            "Examples:",
            "  isolctl rules                            all of them, 3.10 to 7.3",
            "  isolctl rules --kernel 6.12              those that hold in one kernel",
            "  isolctl rules --format json"));
  }

  @Override
  public void list(OptionList options) {
    options
        .option("--kernel", "RELEASE")
        .says("Only what holds in this kernel, for instance 6.12.117.")
        .takes(new KernelConverter(), it -> kernel = Optional.of(it));
    output.list(options);
    colour.list(options);
    HelpOption.list(options);
  }

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.FINE, ExitCode.USAGE);
  }

  @Override
  public ExitCode run(Session session) {
    var rules = kernel.map(KernelRules::of).orElseGet(KernelRules::all);
    session
        .answer()
        .print(
            switch (output.format) {
              case TEXT -> RulesText.render(rules, colour.paper(session.terminal()));
              case JSON -> RulesJson.render(rules);
            });
    return ExitCode.FINE;
  }
}
