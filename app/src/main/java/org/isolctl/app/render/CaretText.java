package org.isolctl.app.render;

import org.isolctl.model.bootline.Span;

/// A piece of a boot line with carets under a place in it.
///
/// @param excerpt the line, or as much of it around the place as fits
/// @param carets blanks and carets that stand right below the place
record CaretText(String excerpt, String carets) {
  private static final String CUT = "...";

  /// @param columns how many there are to use
  static CaretText of(String line, Span at, int columns, boolean utf8) {
    int from = Math.min(at.offset(), line.length());
    int end = Math.min(at.end(), line.length());
    if (columns(line, utf8) > columns) {
      int budget = Math.max(8, columns - 2 * CUT.length());
      end = grow(line, from, end, budget, utf8);
      int left = (budget - columns(line.substring(from, end), utf8)) / 2;
      int start = from;
      while (start > 0 && columns(line.substring(start - 1, from), utf8) <= left) {
        start--;
      }
      int stop = grow(line, start, line.length(), budget, utf8);
      return marked(line, start, from, Math.min(end, stop), stop, utf8);
    }
    return marked(line, 0, from, end, line.length(), utf8);
  }

  private static CaretText marked(
      String line, int start, int from, int end, int stop, boolean utf8) {
    String before = (start > 0 ? CUT : "") + Visible.of(line.substring(start, from), utf8);
    String place = Visible.of(line.substring(from, end), utf8);
    String after = Visible.of(line.substring(end, stop), utf8) + (stop < line.length() ? CUT : "");
    return new CaretText(
        before + place + after,
        " ".repeat(Visible.columns(before)) + "^".repeat(Math.max(1, Visible.columns(place))));
  }

  /// The end of the longest piece from `start`, at most up to `end`, that fits.
  private static int grow(String line, int start, int end, int columns, boolean utf8) {
    int stop = start;
    while (stop < end && columns(line.substring(start, stop + 1), utf8) <= columns) {
      stop++;
    }
    return stop;
  }

  private static int columns(String text, boolean utf8) {
    return Visible.columns(Visible.of(text, utf8));
  }
}
