package org.isolctl.app.render;

/// A run of text in one style.
///
/// @param text as it is: a {@link Sheet} makes it safe for a terminal
/// @param whole whether no line break may come between its words, as in a name with its number
public record Span(Style style, String text, boolean whole) {
  /// Text that needs no style.
  public static Span plain(String text) {
    return new Span(Style.PLAIN, text, false);
  }
}
