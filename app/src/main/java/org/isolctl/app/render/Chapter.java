package org.isolctl.app.render;

import java.util.Locale;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.Severity;

/// The parts of an audit's findings, in the order of a reader's worry. What tells them apart is the
/// grade: stolen time is never in one list with a wrong mask.
enum Chapter {
  DID_RUN(Style.WORST, "stolen time: seen to run on isolated CPUs"),
  WILL_RUN(Style.WORST, "time about to be stolen: the kernel is free to run them on isolated CPUs"),
  MAY_RUN(Style.BAD, "wrong masks: allowed on isolated CPUs, but nothing takes them there now"),
  TO_MEND(Style.WARNING, "settings and states that weaken the isolation"),
  TO_KNOW(Style.NAME, "by design, or of interest only");

  private final Style style;
  private final String meaning;

  Chapter(Style style, String meaning) {
    this.style = style;
    this.meaning = meaning;
  }

  /// The chapter of a finding.
  static Chapter of(Finding finding) {
    if (finding.severity() == Severity.INFO) {
      return TO_KNOW;
    }
    return finding
        .grade()
        .map(grade ->
            switch (grade) {
              case DID_RUN -> DID_RUN;
              case WILL_RUN -> WILL_RUN;
              case MAY_RUN -> MAY_RUN;
            })
        .orElse(TO_MEND);
  }

  Style style() {
    return style;
  }

  /// The words over it, for instance `DID RUN`.
  String title() {
    return name().replace('_', ' ').toUpperCase(Locale.ROOT);
  }

  String meaning() {
    return meaning;
  }
}
