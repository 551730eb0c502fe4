package org.isolctl.app.render;

/// Makes text from the machine safe to show.
///
/// Names of threads, devices and cgroups are chosen by whoever made them. Control characters could
/// move the cursor or rewrite the screen, and invisible or direction-changing ones could make one
/// name look like another, so each is shown by its number instead.
public final class Visible {
  /// What terminals show in two columns (Unicode's East Asian Width W and F, in broad strokes).
  private static final int[][] WIDE = {
    {0x1100, 0x115f},
    {0x2e80, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x20000, 0x3fffd},
  };

  private Visible() {}

  /// The text with every such character as `\x1b`, or above 255 as a `u` and the number in braces.
  ///
  /// @param utf8 whether the terminal shows more than ASCII; if not, all else is shown by number
  ///   too
  public static String of(String text, boolean utf8) {
    if (text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      return text;
    }
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> append(safe, point, utf8));
    return safe.toString();
  }

  private static void append(StringBuilder safe, int point, boolean utf8) {
    boolean ascii = isIn(point, 0x20, 0x7e);
    if (ascii || (utf8 && isShown(point))) {
      safe.appendCodePoint(point);
    } else if (point <= 0xff) {
      safe.append("\\x").append(Integer.toHexString(0x100 | point), 1, 3);
    } else {
      safe.append("\\u{").append(Integer.toHexString(point)).append('}');
    }
  }

  private static boolean isShown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> point != 0xa0;
    };
  }

  /// How many columns the safe text takes: East Asian wide characters and emoji take two.
  static int columns(String safe) {
    return safe.codePoints().map(Visible::columns).sum();
  }

  private static int columns(int point) {
    return Character.isEmojiPresentation(point) || isWide(point) ? 2 : 1;
  }

  private static boolean isWide(int point) {
    for (int[] range : WIDE) {
      if (isIn(point, range[0], range[1])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isIn(int point, int first, int last) {
    return point >= first && point <= last;
  }
}
