package org.isolctl.model.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpulistGrammarTest {
  private static final CpulistGrammar FOUR = CpulistGrammar.ofWidth(4);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''|''",
        "2|2",
        "2-3|2-3",
        "2,3|2-3",
        "3,0-1|0-1,3",
        "2-2|2",
        "'2,,3,'|2-3",
        "',2'|2",
        "'1, 3'|1,3",
        "'1 3'|1,3",
        "' \t2 '|2",
        "0-3:1/2|0,2",
        "0-3:2/3|0-1,3",
        "0-3:0/1|''",
        "0-3:4/4|0-3",
        "N|3",
        "2-N|2-3",
        "N-N|3",
        "0-N:1/N|0,3",
        "all|0-3",
        "ALL|0-3",
        "all:1/2|0,2",
        "1,all|0-3",
        "0-1:1/2N|0,3",
        "00002|2",
      })
  void reads_what_the_kernel_accepts_on_four_cpus(String text, String cpus) {
    assertThat(CpuSet.parseList(text, FOUR).toList()).isEqualTo(cpus);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4|0|above the highest, 3",
        "2-3,5|4|above the highest, 3",
        "3-2|2|runs backwards",
        "1-2-3|3|:used/group",
        "0x3|1|followed by",
        "1-|2|number is missing",
        "-1|0|not a number",
        "abc|0|not a number",
        "2-x|2|not a number",
        "2 -3|2|not a number",
        "0-3:1/0|6|group of 0 CPUs",
        "0-3:3/2|4|3 used CPUs in a group of 2",
        "0-3:1|5|/group",
        "0-3:/2|4|not a number",
        "0-3:1/2x|7|a group is followed by",
        "0-3;2|3|:used/group",
        "all3|3|stands alone or before",
        "n|0|not a number",
        "99999999999999999999|0|above the highest, 3",
      })
  void names_place_and_reason_of_an_error(String text, int position, String reason) {
    assertThatThrownBy(() -> CpuSet.parseList(text, FOUR))
        .isInstanceOfSatisfying(
            CpuSetSyntaxException.class,
            error -> {
              assertThat(error.position()).isEqualTo(position);
              assertThat(error.reason()).contains(reason);
              assertThat(error)
                  .hasMessage(
                      "'" + text + "': " + error.reason() + " at character " + (position + 1));
            });
  }

  @Test
  void keeps_the_items_before_an_error_for_callers_that_want_them() {
    var reading = CpuSet.readList("0-1,9,3", FOUR);

    assertThat(reading.kept()).hasToString("0-1");
    assertThat(reading.error()).isPresent();
  }

  @Test
  void ends_at_a_newline_or_a_nul() {
    assertThat(CpuSet.parseList("2-3\n")).hasToString("2-3");
    assertThat(CpuSet.parseList("2\0junk")).hasToString("2");
  }

  @Test
  void knows_neither_keywords_nor_groups_before_they_came() {
    var before413 = new CpulistGrammar(false, false, false, OptionalInt.of(4));

    assertThat(CpuSet.readList("2-N", before413).error()).isPresent();
    assertThat(CpuSet.readList("all", before413).error()).isPresent();
    assertThat(CpuSet.readList("0-3:1/2", before413).error()).isPresent();
    assertThat(CpuSet.parseList("2-3", before413)).hasToString("2-3");
  }

  @Test
  void has_no_keyword_without_a_width() {
    assertThatThrownBy(() -> CpuSet.parseList("2-N")).isInstanceOf(CpuSetSyntaxException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CpulistGrammar(false, true, true, OptionalInt.empty()))
        .withMessageContaining("without a width");
  }

  @Test
  void refuses_a_width_that_no_machine_has() {
    assertThatIllegalArgumentException().isThrownBy(() -> CpulistGrammar.ofWidth(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CpulistGrammar.ofWidth(CpuSet.MAX_CPU + 2));
  }
}
