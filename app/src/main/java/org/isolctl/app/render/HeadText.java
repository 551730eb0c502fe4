package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.Subject;

/// The first line of a group of findings: what, how many or who, with which mask, by which cause.
final class HeadText {
  private HeadText() {}

  /// @param withGrade whether the grade is to be named, as the chapter does not say it
  static List<Span> of(FindingGroup group, boolean withGrade) {
    Finding any = group.any();
    var spans = new ArrayList<Span>();
    spans.add(Style.STRONG.of(any.code().label()));
    spans.add(Span.plain("  "));
    if (group.findings().size() == 1) {
      spans.add(Style.NAME.whole(SubjectText.name(any.subject())));
      SubjectText.kind(any.subject()).ifPresent(kind -> spans.add(Span.plain(", " + kind)));
    } else {
      spans.add(Span.plain(SubjectText.count(any.subject(), group.findings().size())));
    }
    masks(group).ifPresent(masks -> spans.add(Span.plain(masks)));
    if (withGrade) {
      any.grade().ifPresent(grade -> spans.add(Span.plain(", " + grade.label().replace('-', ' '))));
    }
    boolean told = any.subject() instanceof Subject.OfCpus || group.reach().equals(group.masks());
    if (!group.reach().isEmpty() && !told) {
      spans.add(Span.plain(", reaches " + group.reach()));
    }
    any.cause().ifPresent(cause -> spans.add(Style.FAINT.of("  [" + cause.label() + "]")));
    return spans;
  }

  private static Optional<String> masks(FindingGroup group) {
    if (group.any().mask().isEmpty()) {
      return Optional.empty();
    }
    boolean oneEach =
        group.masks().size() > 1
            && group.findings().size() > 1
            && group.findings().stream()
                .allMatch(finding -> finding.mask().map(mask -> mask.size() == 1).orElse(false));
    return Optional.of((oneEach ? ", each on one CPU of " : ", mask ") + group.masks());
  }
}
