package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.List;

/// A list of names in a sentence; no name is broken over two lines.
final class Names {
  private Names() {}

  /// The first names, and how many more there are: `a, b and 7 more`.
  static List<Span> first(List<String> names, int most) {
    int shown = names.size() <= most + 1 ? names.size() : most;
    var spans = new ArrayList<Span>();
    for (int i = 0; i < shown; i++) {
      boolean last = i + 1 == names.size();
      spans.add(Style.NAME.whole(names.get(i) + (last || i + 1 == shown ? "" : ",")));
      if (i + 1 < shown) {
        spans.add(Span.plain(" "));
      }
    }
    if (shown < names.size()) {
      spans.add(Span.plain(" and " + (names.size() - shown) + " more"));
    }
    return spans;
  }
}
