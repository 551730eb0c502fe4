package org.isolctl.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.model.bootline.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaretTextTest {
  @Test
  void standsRightBelowThePlace() {
    var caret = CaretText.of("quiet isolcpus=foo,2", new Span(15, 3), 80, true);

    assertThat(caret.excerpt()).isEqualTo("quiet isolcpus=foo,2");
    assertThat(caret.carets()).isEqualTo("               ^^^");
  }

  @Test
  void aPlaceBetweenTwoCharactersHasOneCaret() {
    assertThat(CaretText.of("abc", new Span(3, 0), 80, true).carets()).isEqualTo("   ^");
  }

  @Test
  void countsTheColumnsOfWhatIsShownInsteadOfControlCharacters() {
    var caret = CaretText.of("a\u001bb=\u5b57 x", new Span(6, 1), 80, true);

    assertThat(caret.excerpt()).isEqualTo("a\\x1bb=\u5b57 x");
    assertThat(caret.carets()).isEqualTo(" ".repeat(10) + "^");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 150, 290, 295})
  void cutsALongLineAroundThePlace(int offset) {
    String line = "0123456789".repeat(30);
    var caret = CaretText.of(line, new Span(offset, 5), 40, true);

    assertThat(caret.excerpt()).hasSizeLessThanOrEqualTo(40).contains("...");
    int start = caret.carets().indexOf('^');
    assertThat(caret.carets().substring(start)).isEqualTo("^^^^^");
    assertThat(caret.excerpt().substring(start, start + 5))
        .isEqualTo(line.substring(offset, offset + 5));
  }

  @Test
  void cutsAPlaceThatIsItselfTooLong() {
    var caret = CaretText.of("x".repeat(300), new Span(0, 300), 40, true);

    assertThat(caret.excerpt()).hasSizeLessThanOrEqualTo(40);
    assertThat(caret.carets()).isEqualTo("^".repeat(34));
  }
}
