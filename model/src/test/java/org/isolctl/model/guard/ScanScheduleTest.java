package org.isolctl.model.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScanScheduleTest {
  private static final long MS = 1_000_000;
  private static final ScanSchedule NEW = ScanSchedule.every(Duration.ofSeconds(10));

  @Test
  void theFirstScanIsDueAsSoonAsItIsAskedFor() {
    assertThat(NEW.dueNanos(123)).isEqualTo(Long.MAX_VALUE);
    assertThat(NEW.asked(ScanReason.START).dueNanos(123)).isEqualTo(123);
  }

  @Test
  void afterALossAScanIsDueButNeverTooSoonAfterTheLastOne() {
    var schedule = NEW.done(1_000 * MS).asked(ScanReason.LOSS);

    assertThat(schedule.dueNanos(1_001 * MS)).isEqualTo(1_100 * MS);
    assertThat(schedule.asked(ScanReason.LOSS).dueNanos(1_050 * MS)).isEqualTo(1_100 * MS);
  }

  @Test
  void withoutAReasonTheTimerIsOne() {
    var schedule = NEW.done(1_000 * MS);

    assertThat(schedule.dueNanos(1_001 * MS)).isEqualTo(11_000 * MS);
    assertThat(schedule.reasons()).containsExactly(ScanReason.TIMER);
  }

  @Test
  void aScanAnswersEveryReasonThatWasGivenBeforeIt() {
    var schedule = NEW.asked(ScanReason.LOSS).asked(ScanReason.CHANGE);

    assertThat(schedule.reasons()).containsExactly(ScanReason.LOSS, ScanReason.CHANGE);
    assertThat(schedule.done(0).wanted()).isEmpty();
  }
}
