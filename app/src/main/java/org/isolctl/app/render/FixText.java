package org.isolctl.app.render;

import org.isolctl.model.predict.Fix;

/// A proposed boot line for people: the line to copy, and what it leads to.
public final class FixText {
  private FixText() {}

  /// The whole page.
  public static String render(Fix fix, Paper paper) {
    var sheet = new Sheet(paper);
    sheet.paragraph(0, Style.STRONG.of("PROPOSED BOOT LINE"));
    sheet.verbatim(0, Style.NAME.of(fix.bootLine()));
    sheet.blank();
    PredictionText.write(sheet, fix.prediction(), fix.bootLine(), false);
    sheet.blank();
    if (fix.remaining().isEmpty()) {
      sheet.paragraph(
          0, Style.GOOD.of("No class of threads with a common mask is left on these CPUs."));
    } else {
      sheet.paragraph(
          0,
          Style.WARNING.of(
              "No boot word of this kernel moves these off the CPUs: "
                  + String.join(", ", fix.remaining())
                  + "."),
          Span.plain(" They have to be moved after boot, where they can be moved at all."));
    }
    PredictionText.remarks(sheet, fix.prediction(), fix.bootLine(), paper);
    return sheet.toString();
  }
}
