package org.isolctl.model.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulingPolicyTest {
  @ParameterizedTest
  @ValueSource(strings = {"fifo:1", "fifo:99", "rr:50", "other", "batch"})
  void whatIsPrintedIsReadBack(String text) {
    assertThat(SchedulingPolicy.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo", "rr:", "fifo:0", "fifo:100", "fifo:-1", "fifo:5x"})
  void aRealTimePolicyNeedsAPriorityThatTheKernelHas(String text) {
    assertThatThrownBy(() -> SchedulingPolicy.parse(text))
        .hasMessageContaining("from 1 to 99")
        .hasMessageContaining(":50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"other:1", "batch:0"})
  void theOthersTakeNone(String text) {
    assertThatThrownBy(() -> SchedulingPolicy.parse(text)).hasMessageContaining("no priority");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "deadline", "idle", ":5"})
  void whatIsUnknownIsToldWithWhatThereIs(String text) {
    assertThatThrownBy(() -> SchedulingPolicy.parse(text)).hasMessageContaining("rr:N");
  }
}
