package org.isolctl.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleTest {
  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("kworker/u8:0-events", "kworker/u8:0-events", "kworker/u8:0-events"),
        Arguments.of("two  blanks", "two  blanks", "two  blanks"),
        Arguments.of("\u001b]0;title\u0007", "\\x1b]0;title\\x07", "\\x1b]0;title\\x07"),
        Arguments.of("a\u0000b\tc\u007f", "a\\x00b\\x09c\\x7f", "a\\x00b\\x09c\\x7f"),
        Arguments.of("\u0085\u00a0", "\\x85\\xa0", "\\x85\\xa0"),
        Arguments.of("caf\u00e9", "caf\u00e9", "caf\\xe9"),
        Arguments.of("\u4e2d\ufffd", "\u4e2d\ufffd", "\\u{4e2d}\\u{fffd}"),
        Arguments.of(
            "a\u202eb\u200bc\ufeff",
            "a\\u{202e}b\\u{200b}c\\u{feff}",
            "a\\u{202e}b\\u{200b}c\\u{feff}"),
        Arguments.of("e\u0301", "e\\u{301}", "e\\u{301}"),
        Arguments.of("\ud800", "\\u{d800}", "\\u{d800}"),
        Arguments.of("\ud83d\ude00", "\ud83d\ude00", "\\u{1f600}"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void showsWhatIsPrintableAndNumbersTheRest(String name, String utf8, String ascii) {
    assertThat(Visible.of(name, true)).isEqualTo(utf8);
    assertThat(Visible.of(name, false)).isEqualTo(ascii);
  }

  @ParameterizedTest
  @MethodSource("widths")
  void countsColumnsAsATerminalDoes(String text, int columns) {
    assertThat(Visible.columns(text)).isEqualTo(columns);
  }

  static Stream<Arguments> widths() {
    return Stream.of(
        Arguments.of("", 0),
        Arguments.of("caf\u00e9", 4),
        Arguments.of("\u4e2d\uac00\uff21", 6),
        Arguments.of("\ud83d\ude00", 2));
  }
}
