package org.isolctl.model.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The grammar of 3.10, lib/bitmap.c.
class EarlyCpulistTest {
  private static final CpulistGrammar FOUR =
      new CpulistGrammar(true, false, false, OptionalInt.of(4));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0",
        "',2'|0,2",
        "2,,3|0,2-3",
        "'2-3,'|2-3",
        "2-3|2-3",
        "0-|0",
        "' 2'|2",
        "'2 '|2",
        "4294967298|2",
      })
  void takes_an_empty_item_for_cpu_0(String text, String cpus) {
    var reading = CpuSet.readList(text, FOUR);

    assertThat(reading.error()).isEmpty();
    assertThat(reading.kept()).hasToString(cpus);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2-3,abc|2-3",
        "2-3,4|2-3",
        "'2, 3'|2",
        "3-2|''",
        "1-|''",
        "-1|''",
        "1--2|''",
        "'domain,2-3'|''",
        "0-3:1/2|''",
        "N|''",
        "'2 3'|''",
      })
  void keeps_what_stands_before_an_error(String text, String cpus) {
    var reading = CpuSet.readList(text, FOUR);

    assertThat(reading.error()).isPresent();
    assertThat(reading.kept()).hasToString(cpus);
  }

  @Test
  void never_meets_keywords_or_groups() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CpulistGrammar(true, true, false, OptionalInt.of(4)));
  }
}
