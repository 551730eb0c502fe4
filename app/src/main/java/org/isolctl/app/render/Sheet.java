package org.isolctl.app.render;

import java.util.List;

/// Text being laid out: paragraphs broken at blanks so that no line is wider than the paper.
///
/// Everything written passes {@link Visible}: a caller cannot forget to make a name safe.
public final class Sheet {
  private final Paper paper;
  private final StringBuilder text = new StringBuilder();
  private int column;
  private Style open = Style.PLAIN;

  public Sheet(Paper paper) {
    this.paper = paper;
  }

  /// A paragraph.
  ///
  /// @param indent columns left free before each line
  public Sheet paragraph(int indent, List<Span> spans) {
    pad(indent);
    flow(spans, indent);
    return newline();
  }

  public Sheet paragraph(int indent, Span... spans) {
    return paragraph(indent, List.of(spans));
  }

  /// A paragraph with a label to the left of it.
  ///
  /// @param gutter columns from the label's start to the text's; a longer label pushes the first
  ///   line to the right
  public Sheet labelled(int indent, Span label, int gutter, List<Span> spans) {
    pad(indent);
    var safe = label.style().whole(Visible.of(label.text(), paper.utf8()));
    var word = new Word(List.of(safe));
    print(word);
    pad(Math.max(1, gutter - word.columns()));
    flow(spans, indent + gutter);
    return newline();
  }

  public Sheet labelled(int indent, Span label, int gutter, Span... spans) {
    return labelled(indent, label, gutter, List.of(spans));
  }

  /// A line that is never broken, as in an example to be copied.
  public Sheet verbatim(int indent, Span span) {
    pad(indent);
    print(new Word(List.of(span.style().whole(Visible.of(span.text(), paper.utf8())))));
    return newline();
  }

  /// An empty line; several in a row are one, and none comes first.
  public Sheet blank() {
    boolean wanted = text.length() > 1 && text.charAt(text.length() - 2) != '\n';
    return wanted ? newline() : this;
  }

  private void flow(List<Span> spans, int hang) {
    int blanks = 0;
    for (Word word : Word.split(spans, paper.utf8())) {
      if (!word.isEmpty()) {
        place(word, blanks, hang);
        blanks = 0;
      }
      blanks++;
    }
  }

  /// Prints a word behind blanks, or on a line of its own where both do not fit.
  private void place(Word word, int blanks, int hang) {
    if (blanks > 0 && column + blanks + word.columns() > paper.width()) {
      newline().pad(hang);
    } else {
      blanksBefore(word, blanks);
    }
    boolean cut = false;
    for (Word piece : word.chop(paper.width() - column, paper.width() - hang)) {
      if (cut) {
        newline().pad(hang);
      }
      print(piece);
      cut = true;
    }
  }

  /// Blanks, inside the style only where that goes on behind them.
  private void blanksBefore(Word word, int blanks) {
    if (blanks > 0 && word.spans().getFirst().style() != open) {
      wear(Style.PLAIN);
    }
    text.repeat(' ', blanks);
    column += blanks;
  }

  private void print(Word word) {
    for (Span span : word.spans()) {
      wear(span.style());
      text.append(span.text());
    }
    column += word.columns();
  }

  private void wear(Style style) {
    if (paper.colours() && style != open) {
      text.append(open == Style.PLAIN ? "" : Style.RESET).append(style.start());
      open = style;
    }
  }

  private Sheet pad(int columns) {
    wear(Style.PLAIN);
    text.repeat(' ', columns);
    column += columns;
    return this;
  }

  private Sheet newline() {
    wear(Style.PLAIN);
    text.append('\n');
    column = 0;
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
