package org.isolctl.app.render;

import java.util.List;
import org.isolctl.app.pages.Page;

/// What there is to explain.
public final class PageListText {
  private static final int GUTTER = 22;

  private PageListText() {}

  public static String render(List<Page> findings, List<Page> causes, Paper paper) {
    var sheet = new Sheet(paper);
    sheet.paragraph(0, Style.STRONG.of("FINDINGS"));
    rows(sheet, findings);
    sheet.blank().paragraph(0, Style.STRONG.of("CAUSES"));
    rows(sheet, causes);
    sheet
        .blank()
        .paragraph(0, Style.NAME.of("isolctl explain CODE"), Style.FAINT.of(" shows a page."));
    return sheet.toString();
  }

  private static void rows(Sheet sheet, List<Page> pages) {
    for (Page page : pages) {
      sheet.labelled(2, Style.NAME.of(page.label()), GUTTER, Span.plain(page.summary()));
    }
  }
}
