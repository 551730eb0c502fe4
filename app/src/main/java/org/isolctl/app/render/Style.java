package org.isolctl.app.render;

/// What a run of text is, and so how it is coloured. Colour only ever repeats what the words say.
public enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  NAME("36"),
  GOOD("1;32"),
  WARNING("33"),
  BAD("31"),
  WORST("1;31");

  /// Ends every style.
  static final String RESET = "\u001b[0m";

  private final String sgr;

  Style(String sgr) {
    this.sgr = sgr;
  }

  /// The escape sequence that starts it (ECMA-48, select graphic rendition); none for plain text.
  String start() {
    return sgr.isEmpty() ? "" : "\u001b[" + sgr + "m";
  }

  /// A run of text in this style.
  public Span of(String text) {
    return new Span(this, text, false);
  }

  /// The same, never broken.
  public Span whole(String text) {
    return new Span(this, text, true);
  }
}
