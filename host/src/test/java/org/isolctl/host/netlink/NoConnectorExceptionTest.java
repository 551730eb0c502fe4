package org.isolctl.host.netlink;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.host.linux.Errno;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoConnectorExceptionTest {
  @ParameterizedTest(name = "errno {0}")
  @CsvSource({
    "1, CAP_NET_ADMIN",
    "93, CONFIG_CONNECTOR",
    "97, RestrictAddressFamilies",
    "111, CONFIG_PROC_EVENTS",
    "12, ENOMEM"
  })
  void theMessageNamesTheCallAndWhatWouldHelp(int errno, String help) {
    assertThat(NoConnectorException.of("bind(CN_IDX_PROC)", new Errno(errno)))
        .hasMessageContaining("bind(CN_IDX_PROC)")
        .hasMessageContaining(help);
  }
}
