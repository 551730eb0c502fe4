package org.isolctl.model.bootline;

import java.util.ArrayList;
import java.util.Optional;

/// Cuts a boot line into words.
///
/// A quote anywhere in a word opens or closes a stretch in which blanks do not end the word. Only a
/// quote at the very start of the word or of its value, and one at the very end, are taken away. A
/// NUL ends the line.
final class BootLineReader {
  private final String text;
  private final int end;
  private int at;

  private BootLineReader(String text) {
    this.text = text;
    int nul = text.indexOf('\0');
    this.end = nul < 0 ? text.length() : nul;
  }

  static BootLine read(String text) {
    var reader = new BootLineReader(text);
    var words = new ArrayList<BootWord>();
    int dashes = -1;
    reader.skipBlanks();
    while (reader.at < reader.end) {
      var word = reader.word();
      if (dashes < 0 && word.value().isEmpty() && word.name().equals("--")) {
        dashes = words.size();
      }
      words.add(word);
      reader.skipBlanks();
    }
    return new BootLine(text, words, dashes < 0 ? words.size() : dashes);
  }

  private BootWord word() {
    int start = at;
    boolean quotedWord = text.charAt(at) == '"';
    boolean inQuotes = quotedWord;
    int nameStart = quotedWord ? at + 1 : at;
    int equals = nameStart;
    for (at = nameStart; at < end && (inQuotes || !isBlank(text.charAt(at))); at++) {
      char c = text.charAt(at);
      // As in the kernel, a '=' that is the first character is part of the name.
      if (c == '=' && equals == nameStart) {
        equals = at;
      }
      if (c == '"') {
        inQuotes = !inQuotes;
      }
    }
    boolean endsInQuote = at > nameStart && text.charAt(at - 1) == '"';
    if (equals == nameStart) {
      int nameEnd = quotedWord && endsInQuote ? at - 1 : at;
      return new BootWord(
          text.substring(start, at),
          new Span(start, at - start),
          text.substring(nameStart, nameEnd),
          new Span(nameStart, nameEnd - nameStart),
          Optional.empty(),
          new Span(nameEnd, 0),
          "");
    }
    int valueStart = equals + 1;
    boolean quotedValue = valueStart < at && text.charAt(valueStart) == '"';
    if (quotedValue) {
      valueStart++;
    }
    boolean cutsQuote = (quotedWord || quotedValue) && endsInQuote;
    int valueEnd = Math.max(valueStart, cutsQuote ? at - 1 : at);
    return new BootWord(
        text.substring(start, at),
        new Span(start, at - start),
        text.substring(nameStart, equals),
        new Span(nameStart, equals - nameStart),
        Optional.of(text.substring(valueStart, valueEnd)),
        new Span(valueStart, valueEnd - valueStart),
        cutsQuote || at + 1 >= end ? "" : text.substring(at + 1, end));
  }

  private void skipBlanks() {
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
