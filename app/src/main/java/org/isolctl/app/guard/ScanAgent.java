package org.isolctl.app.guard;

import java.time.Duration;
import org.isolctl.model.guard.ScanReason;
import org.isolctl.model.guard.ScanSchedule;

/// Scans when it is time.
final class ScanAgent implements Agent {
  private final ThreadKeeper keeper;
  private final Clock clock;
  private ScanSchedule schedule;

  /// @param period between two scans that nothing gave a reason for
  ScanAgent(ThreadKeeper keeper, Duration period, Clock clock) {
    this.keeper = keeper;
    this.clock = clock;
    this.schedule = ScanSchedule.every(period);
  }

  void ask(ScanReason reason) {
    schedule = schedule.asked(reason);
  }

  @Override
  public void step() {
    if (dueNanos() <= clock.nanos()) {
      var reasons = schedule.reasons();
      keeper.scan(reasons);
      schedule = schedule.done(clock.nanos());
    }
  }

  @Override
  public long dueNanos() {
    return schedule.dueNanos(clock.nanos());
  }
}
