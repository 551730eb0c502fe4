package org.isolctl.app.cli;

import java.nio.file.Path;
import java.util.List;
import org.isolctl.app.kernelpatch.PatchException;
import org.isolctl.app.kernelpatch.PatchedTree;
import org.isolctl.app.kernelpatch.Patcher;
import org.isolctl.app.render.KernelPatchJson;
import org.isolctl.app.render.KernelPatchText;

/// `isolctl kernel-patch`.
final class KernelPatchCommand implements Command {
  Path tree = Path.of("");

  boolean check;

  boolean more;

  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Mend kernel sources, so that isolcpus= holds for kernel threads too.",
        List.of(
            "Applies a semantic patch (GPL-2.0-only, by Coccinelle's spatch) to the sources of a"
                + " kernel, 3.10 or later. Below 7.0 kthreadd and every kernel thread that is made"
                + " then keep off the CPUs of isolcpus=, and modules can read cpu_isolated_mask;"
                + " from 7.0 on the kernel moves its threads itself, and only the mask is added.",
            "",
            "Every place that must change is counted. If one is missing, the tree stays as it"
                + " was."),
        List.of(
            "Examples:",
            "  isolctl kernel-patch --tree linux-source-6.1",
            "  isolctl kernel-patch --tree linux-6.12 --more",
            "  isolctl kernel-patch --tree linux-6.12 --check > isolate-kthreads.patch"));
  }

  @Override
  public void list(OptionList options) {
    options
        .option("--tree", "DIR")
        .required()
        .says("The top folder of unpacked kernel sources.")
        .takesPath(it -> tree = it);
    options
        .flag("--check")
        .says("Change nothing; print what would change, as a patch for patch -p1.")
        .sets(it -> check = it);
    options
        .flag("--more")
        .says(
            "Also rescuers of workqueues, kswapd and kcompactd, which choose CPUs for themselves"
                + " (5.18 to 6.19).")
        .sets(it -> more = it);
    output.list(options);
    colour.list(options);
    HelpOption.list(options);
  }

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.FINE, ExitCode.USAGE, ExitCode.UNDECIDED, ExitCode.CHANGE_FAILED);
  }

  @Override
  public ExitCode run(Session session) {
    try {
      PatchedTree patched = Patcher.of(session.terminal().environment()).attempt(tree, more);
      if (!check) {
        patched.write();
      }
      session
          .answer()
          .print(
              switch (output.format) {
                case TEXT -> text(patched, session);
                case JSON -> KernelPatchJson.render(tree.toString(), patched, !check);
              });
      return ExitCode.FINE;
    } catch (PatchException e) {
      throw asCommandException(e);
    }
  }

  private String text(PatchedTree patched, Session session) {
    return check
        ? patched.diff()
        : KernelPatchText.render(tree.toString(), patched, colour.paper(session.terminal()));
  }

  private static CommandException asCommandException(PatchException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.kind()) {
      case REQUEST -> CommandException.usage(message);
      case MEANS -> CommandException.unfinished(message, e);
      case MISFIT -> CommandException.changeFailed(message, e);
    };
  }
}
