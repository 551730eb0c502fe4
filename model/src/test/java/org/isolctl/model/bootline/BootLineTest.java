package org.isolctl.model.bootline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      nullValues = "-",
      value = {
        "isolcpus=2-3|isolcpus|2-3",
        "quiet|quiet|-",
        "isolcpus=|isolcpus|''",
        "isolcpus=\"1, 3\"|isolcpus|1, 3",
        "\"isolcpus=1, 3\"|isolcpus|1, 3",
        "a=b=c|a|b=c",
        "=b|=b|-",
        "=b=c|=b|c",
        "a=b\"c d\"|a|b\"c d\"",
        "a=\"b|a|b",
        "a=\"|a|''",
        "\"a b\"|a b|-",
        "\"\"|''|-",
        "\"|''|-",
        "a=\"b\"c|a|b\"c",
        "a\"b c\"=d|a\"b c\"|d",
      })
  void takes_away_the_quotes_that_the_kernel_takes_away(String line, String name, String value) {
    var words = BootLine.parse(line).words();

    assertThat(words).hasSize(1);
    assertThat(words.getFirst().name()).isEqualTo(name);
    assertThat(words.getFirst().value().orElse(null)).isEqualTo(value);
    assertThat(words.getFirst().raw()).isEqualTo(line);
  }

  @Test
  void says_where_each_part_stands_in_the_line() {
    String line = "  quiet isolcpus=\"2-3\" \tfoo ";
    var words = BootLine.parse(line).words();

    assertThat(words).extracting(BootWord::raw).containsExactly("quiet", "isolcpus=\"2-3\"", "foo");
    var isolcpus = words.get(1);
    assertThat(textAt(line, isolcpus.at())).isEqualTo("isolcpus=\"2-3\"");
    assertThat(textAt(line, isolcpus.nameAt())).isEqualTo("isolcpus");
    assertThat(textAt(line, isolcpus.valueAt())).isEqualTo("2-3");
    assertThat(words.get(0).valueAt()).isEqualTo(new Span(7, 0));
  }

  @Test
  void keeps_repeated_parameters_in_order() {
    assertThat(BootLine.parse("a=1 b a=2").words())
        .extracting(BootWord::raw)
        .containsExactly("a=1", "b", "a=2");
  }

  @Test
  void ends_the_kernels_words_at_two_dashes() {
    var line = BootLine.parse("a -- isolcpus=2 -- b");

    assertThat(line.kernelWords()).extracting(BootWord::raw).containsExactly("a");
    assertThat(line.words()).hasSize(5);
    assertThat(line.kernelWords(false)).hasSize(5);
    assertThat(BootLine.parse("a --=1 b").kernelWords()).hasSize(3);
  }

  @Test
  void takes_dashes_for_underscores_in_names() {
    var word = BootLine.parse("nohz-full=2-3").words().getFirst();

    assertThat(word.isNamed("nohz_full")).isTrue();
    assertThat(word.canonicalName()).isEqualTo("nohz_full");
    assertThat(word.isNamed("NOHZ_FULL")).isFalse();
  }

  @Test
  void knows_what_a_parser_meets_beyond_the_end_of_a_value() {
    assertThat(BootLine.parse("isolcpus=domain 2-3 x").words().getFirst().beyond())
        .isEqualTo("2-3 x");
    assertThat(BootLine.parse("isolcpus=\"domain\" 2-3").words().getFirst().beyond()).isEmpty();
    assertThat(BootLine.parse("isolcpus=domain").words().getFirst().beyond()).isEmpty();
  }

  @Test
  void ends_at_a_nul() {
    assertThat(BootLine.parse("a\0b").words()).extracting(BootWord::raw).isEqualTo(List.of("a"));
  }

  @Test
  void an_empty_line_has_no_words() {
    assertThat(BootLine.parse("").words()).isEmpty();
    assertThat(BootLine.parse(" \t\n").words()).isEmpty();
  }

  @Test
  void never_fails_and_places_every_word_whatever_the_line_holds() {
    long seed = Long.getLong("isolctl.seed", System.nanoTime());
    var random = new Random(seed);
    String alphabet = "ab=\" \t-,0\n\u00e9";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      int length = random.nextInt(12);
      for (int c = 0; c < length; c++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String line = text.toString();
      for (var word : BootLine.parse(line).words()) {
        assertThat(textAt(line, word.at())).as("<%s> seed %d", line, seed).isEqualTo(word.raw());
        assertThat(textAt(line, word.nameAt()))
            .as("<%s> seed %d", line, seed)
            .isEqualTo(word.name());
        assertThat(textAt(line, word.valueAt()))
            .as("<%s> seed %d", line, seed)
            .isEqualTo(word.value().orElse(""));
      }
    }
  }

  @Test
  void a_span_is_never_negative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 0));
    assertThat(new Span(2, 3).end()).isEqualTo(5);
  }

  private static String textAt(String line, Span at) {
    return line.substring(at.offset(), at.end());
  }
}
