package org.isolctl.model.cpu;

import java.util.BitSet;
import java.util.Optional;

/// The cpulist grammar of `__bitmap_parselist()` in lib/bitmap.c of 3.10, with its oddities: an
/// empty item means CPU 0, except after the last comma; `0-` means CPU 0 too; numbers wrap around
/// at 32 bits; once a digit was seen, nothing but a blank may follow a blank.
final class EarlyCpulistParser {
  private final String text;
  private final int highest;
  private final BitSet bits = new BitSet();
  private int at;
  private boolean anyDigit;

  private EarlyCpulistParser(String text, int highest) {
    this.text = text;
    this.highest = highest;
  }

  static CpulistReading read(String text, int highest) {
    int newline = text.indexOf('\n');
    var parser = new EarlyCpulistParser(newline < 0 ? text : text.substring(0, newline), highest);
    Optional<CpuSetSyntaxException> error = Optional.empty();
    try {
      do {
        parser.item();
      } while (parser.at < parser.text.length());
    } catch (CpuSetSyntaxException e) {
      error = Optional.of(e);
    }
    return new CpulistReading(CpuSet.ofBits(parser.bits), error);
  }

  private void item() {
    int start = at;
    int first = 0;
    int last = 0;
    boolean wantsDigit = true;
    boolean inRange = false;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (CpulistParser.isBlank(c)) {
        continue;
      }
      if (anyDigit && at > 1 && CpulistParser.isBlank(text.charAt(at - 2))) {
        throw error(at - 1, "a blank inside the list");
      }
      if (c == ',') {
        break;
      }
      if (c == '-') {
        if (wantsDigit || inRange) {
          throw error(at - 1, "a number is missing");
        }
        inRange = true;
        wantsDigit = true;
        last = 0;
        continue;
      }
      if (c < '0' || c > '9') {
        throw error(at - 1, "not a number");
      }
      last = last * 10 + (c - '0');
      if (!inRange) {
        first = last;
      }
      wantsDigit = false;
      anyDigit = true;
    }
    if (Integer.compareUnsigned(first, last) > 0) {
      throw error(start, "the range runs backwards");
    }
    if (Integer.compareUnsigned(last, highest) > 0) {
      String reason = "CPU " + Integer.toUnsignedString(last) + " is above the highest, " + highest;
      throw new CpuSetSyntaxException(text, start, reason, true);
    }
    bits.set(first, last + 1);
  }

  private CpuSetSyntaxException error(int position, String reason) {
    return new CpuSetSyntaxException(text, position, reason);
  }
}
