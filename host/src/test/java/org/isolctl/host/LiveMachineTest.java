package org.isolctl.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.Test;

/// The machine that runs the tests, read only.
class LiveMachineTest {
  private final Observer observer = Host.live().observer();

  @Test
  void thisThreadIsSeenWithItsMaskAndName() {
    var online = observer.machine().cpus().online().toOptional().orElseThrow();
    var census = observer.threads(online);
    int pid = (int) ProcessHandle.current().pid();
    assertThat(census.threads())
        .filteredOn(thread -> thread.tid() == pid)
        .singleElement()
        .satisfies(thread -> {
          assertThat(thread.mask()).isInstanceOf(Reading.Present.class);
          assertThat(thread.comm()).contains("java");
          assertThat(thread.kernelThread()).contains(false);
        });
    assertThat(census.seen()).isGreaterThanOrEqualTo(census.threads().size());
  }
}
