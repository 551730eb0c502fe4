package org.isolctl.model.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpuMaskTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|''",
        "3|0-1",
        "c|2-3",
        "C|2-3",
        "0xf|0-3",
        "'1,00000000'|32",
        "'1,0'|32",
        "'ffff,00000003'|0-1,32-47",
        "ffffffffff|0-39",
        "'00000000,00000000,80000000'|31",
      })
  void reads_groups_of_32_bits(String text, String cpus) {
    assertThat(CpuSet.parseMask(text)).hasToString(cpus);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|0|missing",
        "'  '|0|missing",
        "g|0|hexadecimal",
        "'1,'|1|empty group",
        "',1'|0|empty group",
        "'1,,0'|1|empty group",
        "1 2|1|hexadecimal",
      })
  void names_place_and_reason_of_an_error(String text, int position, String reason) {
    assertThatThrownBy(() -> CpuSet.parseMask(text))
        .isInstanceOfSatisfying(
            CpuSetSyntaxException.class,
            error -> {
              assertThat(error.position()).isEqualTo(position);
              assertThat(error.reason()).contains(reason);
            });
  }

  @Test
  void takes_the_newline_and_the_nul_that_kernel_files_end_with() {
    assertThat(CpuSet.parseMask("f\n\0")).hasToString("0-3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0-1|4|3",
        "''|4|0",
        "''|0|''",
        "''|5|00",
        "33|40|'02,00000000'",
        "0-31|32|ffffffff",
        "0|64|'00000000,00000001'",
      })
  void prints_as_many_digits_as_the_width_needs(String cpus, int width, String mask) {
    assertThat(CpuSet.parseList(cpus).toMask(width)).isEqualTo(mask);
  }

  @Test
  void refuses_a_width_that_is_too_small() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CpuSet.of(4).toMask(4))
        .withMessageContaining("cannot hold CPU 4");
  }

  @Test
  void refuses_a_mask_above_any_kernel() {
    assertThatThrownBy(() -> CpuSet.parseMask("1" + "0".repeat(16_384)))
        .hasMessageContaining("CPU 65536 is above any kernel's");
  }
}
