package org.isolctl.model.cpu;

import java.util.BitSet;

/// The kernel's hexadecimal masks, as `bitmap_parse()` and `%*pb` of lib/bitmap-str.c and
/// lib/vsprintf.c have them: groups of 32 bits, most significant first, separated by commas.
final class CpuMaskText {
  private static final int GROUP_DIGITS = 8;

  private CpuMaskText() {}

  static CpuSet parse(String text) {
    var bits = new BitSet();
    int end = trimmedEnd(text);
    int begin = 0;
    while (begin < end && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    if (text.startsWith("0x", begin)) {
      begin += 2;
    }
    if (begin == end) {
      throw new CpuSetSyntaxException(text, begin, "a mask is missing");
    }
    // A comma ends a group, whose missing leading digits are zeros: 1,0 is CPU 32.
    int base = 0;
    int digit = 0;
    for (int at = end - 1; at >= begin; at--) {
      char c = text.charAt(at);
      if (c == ',') {
        if (digit == 0) {
          throw new CpuSetSyntaxException(text, at, "an empty group of digits");
        }
        base += Math.max(digit, GROUP_DIGITS) * 4;
        digit = 0;
        continue;
      }
      int value = Character.digit(c, 16);
      if (value < 0 || c > 'f') {
        throw new CpuSetSyntaxException(text, at, "not a hexadecimal digit");
      }
      for (int bit = 0; bit < 4; bit++) {
        if ((value >> bit & 1) != 0) {
          int cpu = base + digit * 4 + bit;
          if (cpu > CpuSet.MAX_CPU) {
            throw new CpuSetSyntaxException(text, at, "CPU " + cpu + " is above any kernel's");
          }
          bits.set(cpu);
        }
      }
      digit++;
    }
    if (digit == 0) {
      throw new CpuSetSyntaxException(text, begin, "an empty group of digits");
    }
    return CpuSet.ofBits(bits);
  }

  private static int trimmedEnd(String text) {
    int end = text.length();
    while (end > 0 && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == 0)) {
      end--;
    }
    return end;
  }

  static String print(CpuSet set, int width) {
    if (width <= set.last()) {
      throw new IllegalArgumentException(
          "a mask of " + width + " bits cannot hold CPU " + set.last());
    }
    if (width == 0) {
      return "";
    }
    var text = new StringBuilder();
    int digits = (width + 3) / 4;
    for (int digit = digits - 1; digit >= 0; digit--) {
      int value = 0;
      for (int bit = 0; bit < 4; bit++) {
        value |= set.contains(digit * 4 + bit) ? 1 << bit : 0;
      }
      text.append(Character.forDigit(value, 16));
      if (digit > 0 && digit % GROUP_DIGITS == 0) {
        text.append(',');
      }
    }
    return text.toString();
  }
}
