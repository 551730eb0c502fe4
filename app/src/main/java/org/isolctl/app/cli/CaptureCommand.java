package org.isolctl.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.isolctl.app.render.CaptureText;

/// `isolctl capture`.
final class CaptureCommand implements Command {
  Path output = Path.of("");

  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Write what an audit reads into a file, to judge it elsewhere.",
        List.of(
            "The file is a tar.gz of what was read below /proc and /sys, and of the masks that the"
                + " kernel told. It holds names of threads, devices and cgroups, and the boot line."
                + " It holds no command line and no environment of any process. What audit --watch"
                + " sees over time is not in it: watch on the machine itself."),
        List.of(
            "Examples:",
            "  isolctl capture -o host.tar.gz                 on the machine in question, as root",
            "  isolctl audit --capture host.tar.gz            anywhere else",
            "  isolctl audit --capture host.tar.gz --all --isolated 4-7"));
  }

  @Override
  public void list(OptionList options) {
    options
        .option("-o --output", "FILE")
        .required()
        .says("The file to write, for instance host.tar.gz.")
        .takesPath(it -> output = it);
    colour.list(options);
    HelpOption.list(options);
  }

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.FINE, ExitCode.USAGE, ExitCode.UNDECIDED);
  }

  @Override
  public ExitCode run(Session session) {
    var facts = session.inspector().capture(output);
    session
        .answer()
        .print(
            CaptureText.render(
                output.toString(),
                output.toFile().length(),
                facts,
                colour.paper(session.terminal())));
    return ExitCode.FINE;
  }
}
