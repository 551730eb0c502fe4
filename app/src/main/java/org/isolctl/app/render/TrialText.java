package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.measure.Conformity;
import org.isolctl.model.measure.KnownGap;
import org.isolctl.model.measure.Measurement.Share;
import org.isolctl.model.measure.Row;

/// A trial as a page for eyes: each mask as predicted and as measured.
public final class TrialText {
  private static final int GUTTER = 20;
  private static final int LEAST_COLUMN = 11;
  private static final int NAMES = 4;

  private TrialText() {}

  /// The whole page.
  ///
  /// @param remarks sentences on how it was tried
  /// @param notes what the kernel's log says on isolation
  public static String render(
      Conformity trial, String bootLine, List<String> remarks, List<String> notes, Paper paper) {
    var sheet = new Sheet(paper);
    head(sheet, trial, bootLine, remarks);
    int column = column(trial);
    sheet.blank();
    sheet.labelled(
        0,
        Span.plain(""),
        GUTTER,
        Style.STRONG.whole(padded("predicted", column)),
        Style.STRONG.of("measured"));
    for (Row row : trial.rows()) {
      row(sheet, row, column);
    }
    gaps(sheet, trial);
    if (!notes.isEmpty()) {
      sheet.blank().paragraph(0, Style.STRONG.of("THE KERNEL'S LOG SAYS"));
      notes.forEach(note -> sheet.paragraph(2, Span.plain(note)));
    }
    return sheet.toString();
  }

  private static void head(Sheet sheet, Conformity trial, String bootLine, List<String> remarks) {
    long differing = trial.rows().stream().filter(row -> !row.holds()).count();
    sheet.paragraph(
        0,
        differing == 0
            ? Style.GOOD.of("AS PREDICTED")
            : Style.WORST.of("DIFFERS FROM THE PREDICTION"),
        Span.plain(
            differing == 0
                ? "  " + Count.of(trial.rows().size(), "mask", "masks")
                : "  %d of %s"
                    .formatted(differing, Count.of(trial.rows().size(), "mask", "masks"))));
    sheet.labelled(
        0, Style.FAINT.of("kernel"), GUTTER, Span.plain(trial.measurement().kernel().release()));
    sheet.labelled(
        0,
        Style.FAINT.of("boot line"),
        GUTTER,
        bootLine.isEmpty() ? Style.FAINT.of("empty") : Span.plain(bootLine));
    remarks.forEach(remark -> sheet.paragraph(GUTTER, Style.FAINT.of(remark)));
  }

  private static int column(Conformity trial) {
    return 2
        + trial.rows().stream()
            .mapToInt(row -> row.predicted().map(TrialText::cpus).orElse("").length())
            .reduce(LEAST_COLUMN - 2, Math::max);
  }

  private static void row(Sheet sheet, Row row, int column) {
    var spans = new ArrayList<Span>();
    spans.add(Span.plain(padded(row.predicted().map(TrialText::cpus).orElse("no thread"), column)));
    if (row.measured().isEmpty()) {
      spans.add(Style.BAD.of("no such thread"));
    }
    String separator = "";
    for (Share share : row.measured()) {
      boolean unexplained = row.unexplained().contains(share) || row.predicted().isEmpty();
      boolean differs =
          unexplained || row.known().stream().anyMatch(known -> known.share().equals(share));
      spans.add(Span.plain(separator));
      spans.add((unexplained ? Style.WORST : Style.PLAIN).of(cpus(share.mask())));
      if (differs && !share.names().isEmpty()) {
        spans.add(Style.FAINT.of(" " + names(share)));
      }
      if (unexplained) {
        spans.add(Style.WORST.of(" differs"));
      }
      separator = ", ";
    }
    sheet.labelled(0, Style.FAINT.of(row.name()), GUTTER, spans);
  }

  private static void gaps(Sheet sheet, Conformity trial) {
    var gaps = new LinkedHashSet<KnownGap>();
    trial.rows().forEach(row -> row.known().forEach(known -> gaps.add(known.gap())));
    if (gaps.isEmpty()) {
      return;
    }
    sheet.blank().paragraph(0, Style.STRONG.of("KNOWN DIFFERENCES"));
    for (KnownGap gap : gaps) {
      sheet.paragraph(2, Style.NAME.of(gap.id()));
      sheet.paragraph(4, Span.plain(gap.reason()));
    }
  }

  private static String names(Share share) {
    int more = share.names().size() - NAMES;
    return "("
        + String.join(", ", share.names().stream().limit(NAMES).toList())
        + (more > 0 ? " and " + more + " more)" : ")");
  }

  private static String cpus(CpuSet cpus) {
    return cpus.isEmpty() ? "none" : cpus.toList();
  }

  private static String padded(String text, int column) {
    return text + " ".repeat(Math.max(1, column - text.length()));
  }
}
