package org.isolctl.app.cli;

import org.isolctl.app.render.Paper;
import org.isolctl.app.render.Sheet;
import org.isolctl.app.render.Span;
import org.isolctl.app.render.Style;

/// The help page of the command as a whole.
final class Overview {
  private static final int GUTTER = 14;
  private static final int WIDEST = 100;

  private Overview() {}

  static String render(Terminal terminal) {
    var paper =
        new Paper(
            Math.min(terminal.width(), WIDEST),
            terminal.colours(ColourChoice.AUTO),
            terminal.utf8());
    var sheet = new Sheet(paper);
    sheet.paragraph(0, Span.plain("isolctl makes Linux CPU isolation hold, and proves it."));
    sheet.blank().paragraph(0, Span.plain("Usage: isolctl VERB [OPTIONS]")).blank();
    sheet.paragraph(0, Style.STRONG.of("Verbs:"));
    for (Verb verb : Verb.values()) {
      row(sheet, verb.word(), verb.purpose());
    }
    row(sheet, "version", "Say which version this is");
    row(sheet, "help", "Show this page, or the page of a verb");
    sheet.blank().paragraph(0, Style.STRONG.of("Examples:"));
    example(sheet, "isolctl audit", "is the isolation of this machine real?");
    example(sheet, "isolctl audit --isolated 1", "and if CPU 1 were isolated?");
    example(sheet, "isolctl help audit", "all options of a verb");
    sheet.blank().paragraph(0, Style.STRONG.of("Exit codes:"));
    for (ExitCode code :
        new ExitCode[] {ExitCode.FINE, ExitCode.FINDINGS, ExitCode.USAGE, ExitCode.UNDECIDED}) {
      sheet.labelled(2, Style.NAME.of(String.valueOf(code.code())), 3, Span.plain(code.meaning()));
    }
    return sheet.toString();
  }

  private static void row(Sheet sheet, String word, String purpose) {
    sheet.labelled(2, Style.NAME.of(word), GUTTER, Span.plain(purpose));
  }

  private static void example(Sheet sheet, String command, String purpose) {
    sheet.labelled(2, Span.plain(command), 30, Style.FAINT.of(purpose));
  }
}
