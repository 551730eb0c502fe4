package org.isolctl.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelConfigTest {
  private static final KernelConfig CONFIG =
      KernelConfig.parse(
          """
          #
          # Automatically generated file; DO NOT EDIT.
          #
          CONFIG_NO_HZ_FULL=y
          # CONFIG_RCU_NOCB_CPU is not set
          CONFIG_NR_CPUS=8192
          CONFIG_KVM=m
          CONFIG_CMDLINE="quiet a=b"
          """,
          "/boot/config-6.1");

  @Test
  void answers_yes_for_built_in_and_module_and_no_for_the_rest() {
    assertThat(CONFIG.has("NO_HZ_FULL")).isEqualTo(Answer.YES);
    assertThat(CONFIG.has("KVM")).isEqualTo(Answer.YES);
    assertThat(CONFIG.has("RCU_NOCB_CPU")).isEqualTo(Answer.NO);
    assertThat(CONFIG.has("NEVER_HEARD_OF")).isEqualTo(Answer.NO);
  }

  @Test
  void gives_values_without_quotes_and_numbers_where_they_are_numbers() {
    assertThat(CONFIG.value("CMDLINE")).hasValue("quiet a=b");
    assertThat(CONFIG.value("RCU_NOCB_CPU")).isEmpty();
    assertThat(CONFIG.number("NR_CPUS")).hasValue(8192);
    assertThat(CONFIG.number("KVM")).isEmpty();
    assertThat(CONFIG.number("ABSENT")).isEmpty();
  }

  @Test
  void names_the_file_that_is_no_configuration() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelConfig.parse("hello\n", "/etc/motd"))
        .withMessageContaining("/etc/motd")
        .withMessageContaining("CONFIG_NAME=VALUE");
  }

  @ParameterizedTest
  @CsvSource({
    "5.10.223,NO,Debian",
    "6.1.192,YES,Debian",
    "7.3.4,YES,Debian",
    "3.10.0-1160.el7.x86_64,YES,Red Hat",
  })
  void assumes_what_distributions_build_and_says_so(
      String release, Answer tickless, String origin) {
    var config = AssumedConfig.of(KernelVersion.parse(release));

    assertThat(config.has("NO_HZ_FULL")).isEqualTo(tickless);
    assertThat(config.has("RCU_NOCB_CPU")).isEqualTo(tickless);
    assertThat(config.origin()).startsWith("assumed").contains(origin);
    assertThat(config.has("NEVER_HEARD_OF")).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void takes_a_map_for_complete() {
    var config = KernelConfig.of(Map.of("SMP", "y"), "given");

    assertThat(config.has("SMP")).isEqualTo(Answer.YES);
    assertThat(config.has("NO_HZ_FULL")).isEqualTo(Answer.NO);
  }
}
