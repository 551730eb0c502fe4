package org.isolctl.app.render;

import java.util.List;
import org.isolctl.model.judge.Audit;

/// An audit as a page for people: verdict first, then the machine, then what was found.
public final class AuditText {
  private AuditText() {}

  /// The whole page.
  ///
  /// @param all whether every subject gets a line of its own; else groups name a few
  public static String render(Audit audit, Paper paper, boolean all) {
    var sheet = new Sheet(paper);
    VerdictText.write(sheet, audit);
    sheet.blank();
    MachineText.write(sheet, audit);
    new FindingText(sheet, all).write(audit.findings());
    var belonging = new BelongingText(sheet, all);
    belonging.tenants(audit.tenants());
    belonging.exemptions(audit.exemptions());
    GapText.write(sheet, audit.gaps(), all);
    advice(sheet, audit.advice());
    footer(sheet, audit, all);
    return sheet.toString();
  }

  private static void advice(Sheet sheet, List<String> advice) {
    if (advice.isEmpty()) {
      return;
    }
    sheet.blank().paragraph(0, Style.STRONG.of("WHAT TO DO"));
    for (String sentence : advice) {
      sheet.labelled(2, Span.plain("-"), 2, Span.plain(sentence));
    }
  }

  private static void footer(Sheet sheet, Audit audit, boolean all) {
    if (audit.findings().isEmpty()) {
      return;
    }
    String code = audit.findings().getFirst().code().label();
    sheet
        .blank()
        .paragraph(
            0,
            Style.NAME.of("isolctl explain " + code),
            Style.FAINT.of(all ? " tells more." : " tells more; --all lists everything by name."));
  }
}
