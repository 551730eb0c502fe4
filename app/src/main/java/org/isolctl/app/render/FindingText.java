package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;

/// The findings of an audit, by chapter and group.
final class FindingText {
  /// Columns of the severities before a group's first line.
  private static final int SEVERITY_GUTTER = 10;

  /// Columns before the text below that.
  private static final int INDENT = 2 + SEVERITY_GUTTER;

  /// Columns of the labels before remedies.
  private static final int REMEDY_GUTTER = 10;

  /// How many names a group shows before it says how many more there are.
  private static final int NAMES = 5;

  private final Sheet sheet;
  private final boolean all;

  FindingText(Sheet sheet, boolean all) {
    this.sheet = sheet;
    this.all = all;
  }

  void write(List<Finding> findings) {
    Map<Chapter, List<Finding>> chapters = new EnumMap<>(Chapter.class);
    for (Finding finding : findings) {
      chapters.computeIfAbsent(Chapter.of(finding), _ -> new ArrayList<>()).add(finding);
    }
    chapters.forEach((chapter, members) -> {
      sheet
          .blank()
          .labelled(
              0,
              chapter.style().of(chapter.title()),
              chapter.title().length() + 2,
              Style.FAINT.of(chapter.meaning()));
      FindingGroup.gather(members).forEach(group -> group(chapter, group));
    });
  }

  private void group(Chapter chapter, FindingGroup group) {
    Severity severity = group.any().severity();
    sheet.labelled(
        2,
        severityStyle(severity).of(severity.label()),
        SEVERITY_GUTTER,
        HeadText.of(group, chapter == Chapter.TO_KNOW));
    names(group);
    List<String> reasons = distinct(group, Finding::because);
    sheet.paragraph(INDENT, Span.plain(reasons.getFirst()));
    if (reasons.size() > 1) {
      sheet.paragraph(
          INDENT,
          Style.FAINT.of("(that is the first; the others differ in what was seen of them)"));
    }
    remedies(group);
  }

  private static Style severityStyle(Severity severity) {
    return switch (severity) {
      case CRITICAL -> Style.WORST;
      case ERROR -> Style.BAD;
      case WARNING -> Style.WARNING;
      case INFO -> Style.NAME;
    };
  }

  private void names(FindingGroup group) {
    if (group.findings().size() == 1) {
      return;
    }
    if (!all) {
      List<String> names =
          group.findings().stream().map(finding -> SubjectText.name(finding.subject())).toList();
      sheet.paragraph(INDENT, Names.first(names, NAMES));
      return;
    }
    for (Finding finding : group.findings()) {
      var spans = new ArrayList<Span>();
      spans.add(Style.NAME.whole(SubjectText.name(finding.subject())));
      finding.mask().ifPresent(mask -> spans.add(Style.FAINT.of("  mask " + mask)));
      sheet.paragraph(INDENT, spans);
    }
  }

  private void remedies(FindingGroup group) {
    remedy("now", group, Remedy::now);
    remedy("for good", group, Remedy::lasting);
    Remedy any = group.any().remedy();
    boolean some = any.now().isPresent() || any.lasting().isPresent();
    remedy(some ? "but" : "remedy", group, Remedy::otherwise);
  }

  private void remedy(String label, FindingGroup group, Function<Remedy, Optional<String>> part) {
    var texts = new LinkedHashSet<String>();
    group.findings().forEach(finding -> part.apply(finding.remedy()).ifPresent(texts::add));
    if (texts.isEmpty()) {
      return;
    }
    sheet.labelled(
        INDENT, Style.GOOD.of(label), REMEDY_GUTTER, Span.plain(texts.iterator().next()));
    if (texts.size() > 1 && all) {
      texts.stream()
          .skip(1)
          .forEach(text -> sheet.labelled(INDENT, Span.plain(""), REMEDY_GUTTER, Span.plain(text)));
    } else if (texts.size() > 1) {
      sheet.paragraph(
          INDENT + REMEDY_GUTTER,
          Style.FAINT.of("and likewise for " + Count.of(texts.size() - 1, "other", "others")));
    }
  }

  private static List<String> distinct(FindingGroup group, Function<Finding, String> part) {
    return group.findings().stream().map(part).distinct().toList();
  }
}
