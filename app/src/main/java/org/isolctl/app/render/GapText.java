package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.judge.Gap;

/// The readings that an audit lacks, those that lack the same thing together.
final class GapText {
  private static final int NAMES = 3;

  private GapText() {}

  private record Lack(Gap.State state, String needs) {}

  static void write(Sheet sheet, List<Gap> gaps, boolean all) {
    if (gaps.isEmpty()) {
      return;
    }
    String title = "NOT SEEN";
    sheet
        .blank()
        .labelled(
            0,
            Style.WARNING.of(title),
            title.length() + 2,
            Style.FAINT.of("readings that the verdict does without"));
    Map<Lack, List<String>> lacks = new LinkedHashMap<>();
    gaps.forEach(gap ->
        lacks
            .computeIfAbsent(new Lack(gap.state(), gap.needs()), _ -> new ArrayList<>())
            .add(gap.reading()));
    lacks.forEach((lack, readings) -> {
      var spans = new ArrayList<Span>(Names.first(readings, all ? Integer.MAX_VALUE - 1 : NAMES));
      spans.add(Span.plain(": " + lack.state().label() + "; " + lack.needs()));
      sheet.paragraph(2, spans);
    });
  }
}
