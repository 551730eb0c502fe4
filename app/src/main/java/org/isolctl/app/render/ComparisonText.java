package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.predict.Comparison;
import org.isolctl.model.predict.Diagnostic;
import org.isolctl.model.predict.Prediction;

/// One boot line on several kernels side by side. What differs from the kernel before has a star.
public final class ComparisonText {
  private static final int LABEL = 25;
  private static final String NOTHING = "-";

  private ComparisonText() {}

  /// The table, and below it what each kernel remarks.
  public static String render(Comparison comparison, Paper paper) {
    var sheet = new Sheet(paper);
    sheet.labelled(0, Style.FAINT.of("boot line"), 11, Span.plain(comparison.bootLine())).blank();
    var predictions = comparison.predictions();
    int column = 2 + columnWidth(comparison);
    sheet.labelled(
        0,
        Span.plain(""),
        LABEL,
        cells(predictions.stream().map(p -> p.kernel().release()).toList(), column, Style.STRONG));
    for (String name : names(predictions)) {
      row(sheet, comparison, name, column);
    }
    remarks(sheet, predictions);
    return sheet.toString();
  }

  private static void row(Sheet sheet, Comparison comparison, String name, int column) {
    var spans = new ArrayList<Span>();
    String before = "";
    for (var prediction : comparison.predictions()) {
      String cpus = text(prediction, name);
      boolean changed = !before.isEmpty() && !before.equals(cpus);
      String text = cpus + (changed ? " *" : "");
      spans.add((changed ? Style.WARNING : Style.PLAIN).whole(text));
      spans.add(Style.PLAIN.whole(" ".repeat(Math.max(1, column - text.length()))));
      before = cpus;
    }
    spans.removeLast();
    sheet.labelled(0, Style.FAINT.of(name), LABEL, spans);
  }

  private static void remarks(Sheet sheet, List<Prediction> predictions) {
    sheet.blank().paragraph(0, Style.STRONG.of("REMARKS"));
    for (var prediction : predictions) {
      String codes =
          prediction.diagnostics().stream()
              .filter(remark -> remark.level() != Diagnostic.Level.INFO)
              .map(remark -> remark.level().label() + " " + remark.code().label())
              .distinct()
              .collect(Collectors.joining(", "));
      sheet.labelled(
          2,
          Span.plain(prediction.kernel().release()),
          LABEL - 2,
          Span.plain(codes.isEmpty() ? "none" : codes));
    }
  }

  private static List<Span> cells(List<String> texts, int column, Style style) {
    var spans = new ArrayList<Span>();
    for (String text : texts) {
      spans.add(style.whole(text));
      spans.add(Style.PLAIN.whole(" ".repeat(Math.max(1, column - text.length()))));
    }
    spans.removeLast();
    return spans;
  }

  private static Set<String> names(List<Prediction> predictions) {
    var names = new LinkedHashSet<String>();
    predictions.forEach(prediction -> names.addAll(Comparison.masks(prediction).keySet()));
    return names;
  }

  private static int columnWidth(Comparison comparison) {
    int widest = 0;
    for (var prediction : comparison.predictions()) {
      widest = Math.max(widest, prediction.kernel().release().length());
      for (String name : names(comparison.predictions())) {
        widest = Math.max(widest, text(prediction, name).length() + 2);
      }
    }
    return widest;
  }

  private static String text(Prediction prediction, String name) {
    CpuSet cpus = Comparison.masks(prediction).get(name);
    return cpus == null || cpus.isEmpty() ? NOTHING : cpus.toList();
  }
}
