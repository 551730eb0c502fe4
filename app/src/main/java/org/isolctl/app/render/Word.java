package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.List;

/// What stands between two blanks: spans that a line break must not separate.
///
/// @param spans safe text, without blanks but for those that hold it together
record Word(List<Span> spans) {
  Word {
    spans = List.copyOf(spans);
  }

  /// The words of a run of spans, made safe. Blanks that follow one another stay: there is an empty
  /// word between them.
  static List<Word> split(List<Span> spans, boolean utf8) {
    var words = new ArrayList<Word>();
    var current = new ArrayList<Span>();
    for (Span span : spans) {
      String safe = Visible.of(span.text(), utf8);
      int start = 0;
      for (int blank = blank(span, safe, 0); blank >= 0; blank = blank(span, safe, start)) {
        addTo(current, span.style(), safe.substring(start, blank));
        words.add(new Word(current));
        current.clear();
        start = blank + 1;
      }
      addTo(current, span.style(), safe.substring(start));
    }
    words.add(new Word(current));
    return words;
  }

  private static int blank(Span span, String safe, int from) {
    return span.whole() ? -1 : safe.indexOf(' ', from);
  }

  private static void addTo(List<Span> spans, Style style, String text) {
    if (!text.isEmpty()) {
      spans.add(style.whole(text));
    }
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  int columns() {
    return spans.stream().mapToInt(span -> Visible.columns(span.text())).sum();
  }

  /// This word, or, when it is wider than a whole line, pieces of it: after a comma or slash where
  /// there is one.
  ///
  /// @param first columns free in the first line
  /// @param rest columns free in the following ones
  List<Word> chop(int first, int rest) {
    if (columns() <= first) {
      return List.of(this);
    }
    var pieces = new ArrayList<Word>();
    var piece = new ArrayList<Span>();
    int free = first;
    for (Span span : spans) {
      String left = span.text();
      while (Visible.columns(left) > free) {
        int cut = cut(left, free);
        addTo(piece, span.style(), left.substring(0, cut));
        pieces.add(new Word(piece));
        piece.clear();
        left = left.substring(cut);
        free = Math.max(2, rest);
      }
      addTo(piece, span.style(), left);
      free -= Visible.columns(left);
    }
    pieces.add(new Word(piece));
    return pieces;
  }

  /// Where to cut text that is wider than `columns`.
  private static int cut(String text, int columns) {
    int end = 0;
    int good = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      used += Visible.columns(Character.toString(point));
      if (used > columns) {
        break;
      }
      end += Character.charCount(point);
      if (point == ',' || point == '/') {
        good = end;
      }
    }
    return good > end / 2 ? good : end;
  }
}
