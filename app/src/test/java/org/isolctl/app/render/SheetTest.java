package org.isolctl.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTest {
  @Test
  void breaksAtBlanksAndIndentsWhatFollows() {
    assertThat(
            sheet(false)
                .paragraph(2, Span.plain("a long sentence that does not fit on one line"))
                .toString())
        .isEqualTo("  a long sentence that does not fit on\n  one line\n");
  }

  @Test
  void fillsALineToItsLastColumn() {
    assertThat(
            sheet(false).paragraph(0, Span.plain("x".repeat(19) + " " + "y".repeat(20))).toString())
        .isEqualTo("x".repeat(19) + " " + "y".repeat(20) + "\n");
  }

  @Test
  void cutsAWordThatNoLineCanHoldPreferablyAfterAComma() {
    assertThat(
            sheet(false)
                .paragraph(4, Span.plain("0,2,4,6,8,10,12,14,16,18,20,22,24,26,28,30"))
                .toString())
        .isEqualTo("    0,2,4,6,8,10,12,14,16,18,20,22,24,\n    26,28,30\n");
  }

  @Test
  void cutsALongWordWithoutAnyGoodPlaceAtTheEdge() {
    assertThat(sheet(false).paragraph(0, Span.plain("z".repeat(95))).toString())
        .isEqualTo("z".repeat(40) + "\n" + "z".repeat(40) + "\n" + "z".repeat(15) + "\n");
  }

  @Test
  void keepsSpansWithoutABlankBetweenThemOnOneLine() {
    assertThat(
            sheet(false)
                .paragraph(
                    0, Span.plain("x".repeat(36) + " ("), Style.NAME.of("name"), Span.plain(")"))
                .toString())
        .isEqualTo("x".repeat(36) + "\n(name)\n");
  }

  @Test
  void alignsTextBesideALabelAndPushesItAsideWhenTheLabelIsLong() {
    assertThat(
            sheet(false)
                .labelled(
                    0, Span.plain("now"), 10, Span.plain("do this and that and then some more"))
                .labelled(0, Span.plain("a label too long"), 10, List.of(Span.plain("text")))
                .toString())
        .isEqualTo(
            """
            now       do this and that and then some
                      more
            a label too long text
            """);
  }

  @Test
  void startsAStyleOnceAndEndsItBeforeTheLineEnds() {
    assertThat(sheet(true).paragraph(0, Style.BAD.of("two words"), Span.plain(" plain")).toString())
        .isEqualTo("\u001b[31mtwo words\u001b[0m plain\n");
    assertThat(sheet(true).paragraph(0, Style.BAD.of("x".repeat(38) + " next")).toString())
        .isEqualTo("\u001b[31m" + "x".repeat(38) + "\u001b[0m\n\u001b[31mnext\u001b[0m\n");
  }

  @Test
  void neverLeavesTwoEmptyLinesNorStartsWithOne() {
    assertThat(
            sheet(false)
                .blank()
                .paragraph(0, Span.plain("a"))
                .blank()
                .blank()
                .paragraph(0, Span.plain("b"))
                .toString())
        .isEqualTo("a\n\nb\n");
  }

  @Test
  void countsWideCharactersAsTwoColumns() {
    assertThat(sheet(false).paragraph(0, Span.plain("\u4e2d".repeat(21))).toString())
        .isEqualTo("\u4e2d".repeat(20) + "\n\u4e2d\n");
  }

  private static Sheet sheet(boolean colours) {
    return new Sheet(new Paper(40, colours, true));
  }
}
