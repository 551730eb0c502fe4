package org.isolctl.app.cli;

import java.util.List;
import org.isolctl.app.render.PlanText;
import org.isolctl.app.render.ResultsJson;
import org.isolctl.app.render.ResultsText;
import org.isolctl.app.render.Sheet;
import org.isolctl.app.render.Span;
import org.isolctl.app.render.Style;
import org.isolctl.host.act.Undoer;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;

/// `isolctl undo`.
final class UndoCommand implements Command {
  private static final int KTHREADD = 2;

  boolean all;

  final ConsentOption consent = new ConsentOption();
  final JournalOption journal = new JournalOption();
  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Take back exactly what isolctl changed since the machine was booted.",
        List.of(
            "Goes the journal backwards and gives every thread, interrupt and setting the value"
                + " that it had. It works after a crash too. What somebody else has changed since"
                + " is left alone, and named.",
            "",
            "Kernel threads that were made meanwhile keep what they inherited. From 6.2 on the"
                + " kernel remembers every mask that was set from outside, also the one that undo"
                + " sets: where it narrows a mask later, it narrows that one."),
        List.of(
            "Examples:",
            "  isolctl undo              show what would be taken back, ask, do",
            "  isolctl undo --yes --all  do it, and name every target"));
  }

  @Override
  public void list(OptionList options) {
    options
        .flag("--all")
        .says("Name every target instead of a few per group.")
        .sets(it -> all = it);
    consent.list(options);
    journal.list(options);
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
    try (var bench = Workbench.open(session.inspector().settings(), journal.folder)) {
      var standing = bench.journal().standing();
      var paper = colour.paper(session.terminal());
      if (!standing.isEmpty()) {
        boolean wanted =
            consent.obtain(
                session.terminal(),
                () -> PlanText.changes("TO BE TAKEN BACK", WayBack.of(standing), paper, all));
        if (!wanted) {
          session.answer().print("Nothing was changed.\n");
          return ExitCode.FINE;
        }
      }
      int voided = bench.journal().voided();
      var results = WayBack.news(new Undoer(bench.machine(), bench.journal()).undo(_ -> {}));
      session
          .answer()
          .print(
              switch (output.format) {
                case JSON -> ResultsJson.undo(results, bench.journal().file().toString());
                case TEXT -> text(new Sheet(paper), results, voided);
              });
      return results.stream().anyMatch(result -> result.outcome().failed())
          ? ExitCode.CHANGE_FAILED
          : ExitCode.FINE;
    }
  }

  private static boolean gaveBackKthreadd(Result result) {
    return result.change().target() instanceof Target.OfThread thread
        && thread.tid() == KTHREADD
        && result.outcome().wrote();
  }

  private String text(Sheet sheet, List<Result> results, int voided) {
    if (results.isEmpty()) {
      sheet.paragraph(
          0,
          Style.GOOD.of("NOTHING TO TAKE BACK"),
          Span.plain(
              voided == 0
                  ? "  the journal holds no change that stands"
                  : "  the journal is from an earlier boot: the reboot took its changes back"));
    } else {
      ResultsText.write(sheet, results, "taken back", all);
      if (results.stream().anyMatch(UndoCommand::gaveBackKthreadd)) {
        sheet.paragraph(
            2,
            Span.plain(
                "Kernel threads that were made meanwhile keep the mask that they inherited from"
                    + " kthreadd (6.2 and later)."));
      }
    }
    return sheet.toString();
  }
}
