package org.isolctl.app.render;

import java.util.List;
import org.isolctl.model.rules.Evidence;
import org.isolctl.model.rules.Rule;

/// The rules for people: grouped by what they are about, in the order of the list.
public final class RulesText {
  private static final int INDENT = 2;

  private RulesText() {}

  /// The whole list.
  public static String render(List<Rule> rules, Paper paper) {
    var sheet = new Sheet(paper);
    String subject = "";
    for (Rule rule : rules) {
      if (!rule.subject().text().equals(subject)) {
        subject = rule.subject().text();
        sheet.blank().paragraph(0, Style.STRONG.of(subject.toUpperCase(java.util.Locale.ROOT)));
      }
      sheet.paragraph(INDENT, Style.NAME.whole(rule.id()), Style.FAINT.of("  " + rule.versions()));
      sheet.paragraph(INDENT + 2, Span.plain(rule.says()));
      sheet.paragraph(
          INDENT + 2,
          Style.FAINT.of(rule.source() + "; "),
          style(rule.evidence()).of(rule.evidence().text()));
    }
    return sheet.toString();
  }

  private static Style style(Evidence evidence) {
    return switch (evidence) {
      case Evidence.Measured _ -> Style.FAINT;
      case Evidence.SourceOnly _ -> Style.WARNING;
    };
  }
}
