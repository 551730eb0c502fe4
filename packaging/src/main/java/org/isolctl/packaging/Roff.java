package org.isolctl.packaging;

/// Text in the language of manual pages, groff_man(7).
final class Roff {
  private final StringBuilder out = new StringBuilder();

  /// Begins a section, in capitals as is the custom.
  Roff section(String heading) {
    out.append(".SH ").append(heading).append('\n');
    return this;
  }

  /// A macro with arguments that are taken as they are.
  Roff macro(String line) {
    out.append('.').append(line).append('\n');
    return this;
  }

  /// A paragraph of filled text.
  Roff paragraph(String text) {
    return macro("PP").text(text);
  }

  /// A term and what is said of it.
  Roff item(String term, String text) {
    return macro("TP").line("\\fB" + escaped(term) + "\\fR").text(text);
  }

  /// Lines that stay as they are.
  Roff example(Iterable<String> lines) {
    macro("PP").macro("EX");
    for (String each : lines) {
      text(each);
    }
    return macro("EE");
  }

  /// One line of text; what looks like a command of roff is none.
  Roff text(String text) {
    String safe = escaped(text);
    return line(safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe);
  }

  private Roff line(String line) {
    out.append(line).append('\n');
    return this;
  }

  /// Hyphens are to be copied from the page as they are typed, hence minus signs.
  private static String escaped(String text) {
    return text.replace("\\", "\\e")
        .replace("-", "\\-")
        .replace("~", "\\(ti")
        .replace("^", "\\(ha");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
