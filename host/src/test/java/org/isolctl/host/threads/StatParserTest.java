package org.isolctl.host.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.isolctl.model.facts.ThreadStat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatParserTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] named(String comm) {
    return bytes(Stats.USER.replace("sleepers", comm));
  }

  @Test
  void everyFieldIsReadFromItsPlace() {
    var parsed = StatParser.parse(bytes(Stats.USER));
    assertThat(parsed.stat())
        .isEqualTo(new ThreadStat("sleepers", 'S', 5607, 4194304, 13, 97604, 1, 50, 1));
    assertThat(parsed.threads()).isEqualTo(3);
  }

  @Test
  void aKernelThreadIsToldByItsFlags() {
    var stat = StatParser.parse(bytes(Stats.KTHREADD)).stat();
    assertThat(stat.isKernelThread()).isTrue();
    assertThat(stat.isMovable()).isTrue();
    assertThat(stat.ppid()).isZero();
  }

  static Stream<String> hostileNames() {
    return Stream.of(
        ")",
        ") R 2 2 2",
        "(((",
        "a\nb",
        "\u001b[31mred",
        "",
        " ",
        "kworker/u8:0-events_unbound",
        "x) S 2 0 0 0 -1 69238880 (");
  }

  @ParameterizedTest
  @MethodSource("hostileNames")
  void aNameMayHoldAnything(String comm) {
    var stat = StatParser.parse(named(comm)).stat();
    assertThat(stat.comm()).isEqualTo(comm);
    assertThat(stat.ppid()).isEqualTo(5607);
    assertThat(stat.isKernelThread()).isFalse();
  }

  @Test
  void bytesThatAreNoUtf8BecomeReplacementCharacters() {
    byte[] text = named("ab");
    int name = new String(text, StandardCharsets.ISO_8859_1).indexOf("ab");
    text[name] = (byte) 0xff;
    assertThat(StatParser.parse(text).stat().comm()).isEqualTo("\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "12 (x)",
        "12 (x) ",
        "12 (x) S",
        "12 (x) S 1 2 3",
        "12 (x) S one 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29",
        ")("
      })
  void whatIsNoStatIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> StatParser.parse(bytes(text)));
  }

  @Test
  void theFieldThatIsWrongIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatParser.parse(bytes("12 (x) S 1 2 3")))
        .withMessageContaining("field 9");
  }
}
