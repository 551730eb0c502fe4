package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.predict.Diagnostic;
import org.isolctl.model.predict.Prediction;
import org.isolctl.model.thread.ThreadClass;

/// A prediction as a page for people: the masks first, then the remarks, each with the place in the
/// line that it speaks of.
public final class PredictionText {
  private static final int GUTTER = 18;

  private PredictionText() {}

  /// The whole page.
  ///
  /// @param why whether each mask is followed by the rules that led to it
  public static String render(Prediction prediction, String bootLine, Paper paper, boolean why) {
    var sheet = new Sheet(paper);
    write(sheet, prediction, bootLine, why);
    remarks(sheet, prediction, bootLine, paper);
    return sheet.toString();
  }

  static void write(Sheet sheet, Prediction prediction, String bootLine, boolean why) {
    line(sheet, "kernel", Span.plain(prediction.kernel().release()));
    for (String assumption : prediction.assumptions()) {
      sheet.paragraph(GUTTER, Style.FAINT.of(assumption));
    }
    line(sheet, "boot line", bootLine.isEmpty() ? Style.FAINT.of("empty") : Span.plain(bootLine));
    line(sheet, "possible", cpus(prediction.possible()));
    if (!prediction.online().equals(prediction.possible())) {
      line(sheet, "online at boot", cpus(prediction.online()));
    }
    line(sheet, "isolated", cpus(prediction.isolated()));
    line(sheet, "nohz_full", cpus(prediction.nohzFull()));
    line(sheet, "rcu_nocbs", cpus(prediction.rcuNocbs()));
    line(sheet, "irq default", mask(prediction, prediction.irqDefault()));
    line(sheet, "unbound work", mask(prediction, prediction.workqueueUnbound()));
    because(sheet, prediction, "workqueue_unbound", why);
    sheet.blank().paragraph(0, Style.STRONG.of("THREADS"));
    prediction.threads().forEach((threads, cpus) -> threads(sheet, prediction, threads, cpus, why));
  }

  private static void threads(
      Sheet sheet, Prediction prediction, ThreadClass threads, CpuSet cpus, boolean why) {
    boolean perNode = threads == ThreadClass.NODE_KTHREAD && prediction.nodeKthreads().size() > 1;
    if (perNode) {
      for (int node = 0; node < prediction.nodeKthreads().size(); node++) {
        line(
            sheet,
            "  " + threads.label() + " " + node,
            mask(prediction, prediction.nodeKthreads().get(node)));
      }
    } else {
      line(sheet, "  " + threads.label(), mask(prediction, cpus));
    }
    because(sheet, prediction, "threads." + threads.label(), why);
  }

  static void remarks(Sheet sheet, Prediction prediction, String bootLine, Paper paper) {
    if (prediction.diagnostics().isEmpty()) {
      return;
    }
    sheet.blank().paragraph(0, Style.STRONG.of("REMARKS"));
    for (var remark : prediction.diagnostics()) {
      sheet.paragraph(
          2,
          style(remark.level()).of(remark.level().label()),
          Span.plain("  "),
          Style.STRONG.of(remark.code().label()));
      var caret = CaretText.of(bootLine, remark.at(), paper.width() - 4, paper.utf8());
      sheet.verbatim(4, Span.plain(caret.excerpt()));
      sheet.verbatim(4, style(remark.level()).of(caret.carets()));
      sheet.paragraph(4, Span.plain(remark.message()));
      remark
          .instead()
          .ifPresent(
              instead -> sheet.labelled(4, Style.FAINT.of("instead:"), 9, Style.NAME.of(instead)));
    }
  }

  private static void because(Sheet sheet, Prediction prediction, String mask, boolean why) {
    List<String> rules = prediction.because().getOrDefault(mask, List.of());
    if (why && !rules.isEmpty()) {
      sheet.paragraph(GUTTER, Style.FAINT.of("by " + String.join(", ", rules)));
    }
  }

  private static Span cpus(CpuSet cpus) {
    return cpus.isEmpty() ? Style.FAINT.of("none") : Span.plain(cpus.toList());
  }

  /// A mask, and which isolated CPUs it reaches.
  private static List<Span> mask(Prediction prediction, CpuSet cpus) {
    var spans = new ArrayList<Span>();
    spans.add(cpus(cpus));
    var quiet = prediction.isolated().union(prediction.nohzFull());
    var reached = cpus.intersect(quiet);
    if (!reached.isEmpty()) {
      spans.add(Style.WARNING.of("  reaches " + reached));
    }
    return spans;
  }

  private static void line(Sheet sheet, String label, Span text) {
    line(sheet, label, List.of(text));
  }

  private static void line(Sheet sheet, String label, List<Span> text) {
    int indent = label.length() - label.stripLeading().length();
    sheet.labelled(indent, Style.FAINT.of(label.strip()), GUTTER - indent, text);
  }

  private static Style style(Diagnostic.Level level) {
    return switch (level) {
      case INFO -> Style.NAME;
      case WARNING -> Style.WARNING;
      case ERROR -> Style.BAD;
    };
  }
}
