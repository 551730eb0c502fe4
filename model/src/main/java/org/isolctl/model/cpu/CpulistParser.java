package org.isolctl.model.cpu;

import java.util.BitSet;
import java.util.Optional;

/// The kernel's cpulist grammar, as `bitmap_parselist()` of lib/bitmap-str.c (6.12) has it.
///
/// Items are separated by any run of commas and blanks. Within an item no blank is allowed. A
/// newline ends the list.
final class CpulistParser {
  private final String text;
  private final CpulistGrammar grammar;
  private final BitSet bits = new BitSet();
  private int at;

  private CpulistParser(String text, CpulistGrammar grammar) {
    this.text = text;
    this.grammar = grammar;
  }

  static CpulistReading read(String text, CpulistGrammar grammar) {
    if (grammar.emptyIsZero()) {
      return EarlyCpulistParser.read(text, grammar.highest());
    }
    var parser = new CpulistParser(text, grammar);
    Optional<CpuSetSyntaxException> error = Optional.empty();
    try {
      while (parser.skipToItem()) {
        parser.item();
      }
    } catch (CpuSetSyntaxException e) {
      error = Optional.of(e);
    }
    return new CpulistReading(CpuSet.ofBits(parser.bits), error);
  }

  private boolean skipToItem() {
    while (!atEnd() && isSeparator(text.charAt(at))) {
      at++;
    }
    return !atEnd();
  }

  private void item() {
    int start = at;
    int first;
    int last;
    if (grammar.keywords() && text.regionMatches(true, at, "all", 0, 3)) {
      at += 3;
      first = 0;
      last = grammar.highest();
      if (!atItemEnd() && text.charAt(at) != ':') {
        throw error(at, "'all' stands alone or before ':used/group'");
      }
    } else {
      first = number();
      if (atItemEnd()) {
        bits.set(first);
        return;
      }
      expect('-', "a number is followed by ',' or '-'");
      int lastAt = at;
      last = number();
      if (last < first) {
        throw error(lastAt, "the range " + first + "-" + last + " runs backwards");
      }
    }
    if (atItemEnd()) {
      bits.set(first, last + 1);
      return;
    }
    if (!grammar.groups()) {
      throw error(at, "a range is followed by ','");
    }
    expect(':', "a range is followed by ',' or ':used/group'");
    group(start, first, last);
  }

  private void group(int start, int first, int last) {
    int usedAt = at;
    int used = numberOrLast();
    expect('/', "'used' is followed by '/group'");
    int groupAt = at;
    int group = numberOrLast();
    // The kernel looks for the next item at once, so that a keyword may follow without a comma.
    if (!atItemEnd() && !atKeyword()) {
      throw error(at, "a group is followed by ','");
    }
    if (group == 0) {
      throw error(groupAt, "a group of 0 CPUs");
    }
    if (used > group) {
      throw error(usedAt, used + " used CPUs in a group of " + group);
    }
    if (first > last) {
      throw error(start, "the range runs backwards");
    }
    for (long from = first; from <= last; from += group) {
      bits.set((int) from, (int) Math.min(from + used, last + 1L));
    }
  }

  /// A CPU number, or `N` where the grammar has it.
  private int number() {
    int start = at;
    int value = numberOrLast();
    if (value > grammar.highest()) {
      String limit =
          grammar.width().isPresent()
              ? "the highest, " + grammar.highest()
              : "any kernel's highest";
      throw new CpuSetSyntaxException(
          text, start, "CPU " + text.substring(start, at) + " is above " + limit, true);
    }
    return value;
  }

  private int numberOrLast() {
    if (grammar.keywords() && at < text.length() && text.charAt(at) == 'N') {
      at++;
      return grammar.highest();
    }
    return count();
  }

  private boolean atKeyword() {
    return grammar.keywords()
        && at < text.length()
        && (text.charAt(at) == 'N' || text.regionMatches(true, at, "all", 0, 3));
  }

  /// A decimal number; everything above what an int holds counts as the highest int.
  private int count() {
    int start = at;
    long value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      value = Math.min(value * 10 + (text.charAt(at) - '0'), Integer.MAX_VALUE);
      at++;
    }
    if (at == start) {
      throw error(start, atEnd() ? "a number is missing" : "not a number");
    }
    return (int) value;
  }

  private void expect(char wanted, String rule) {
    if (atEnd() || text.charAt(at) != wanted) {
      throw error(at, rule);
    }
    at++;
  }

  private boolean atItemEnd() {
    return atEnd() || isSeparator(text.charAt(at));
  }

  private boolean atEnd() {
    return at >= text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\0';
  }

  private static boolean isSeparator(char c) {
    return c == ',' || isBlank(c);
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000b';
  }

  private CpuSetSyntaxException error(int position, String reason) {
    return new CpuSetSyntaxException(text, position, reason);
  }
}
