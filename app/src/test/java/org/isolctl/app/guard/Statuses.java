package org.isolctl.app.guard;

import java.time.Instant;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;

/// Statuses of guards that have seen something.
final class Statuses {
  private Statuses() {}

  /// Of a guard that has set a thread, was refused another, and left a rescuer where it is.
  static Status busy() {
    var kernel = new FakeKernel();
    kernel.make(70, "good").make(71, "evil\n\u001b[2J\"\\").make(72, "kworker/R-md");
    kernel.flag(72, ThreadStat.PF_NO_SETAFFINITY | ThreadStat.PF_WQ_WORKER);
    var guard = new FakeGuard(kernel).run(10);
    for (int i = 0; i < 50; i++) {
      kernel.force(71, FakeKernel.ALL);
      guard.run(50);
    }
    kernel.fork(80, "jbd2/sda1-8");
    kernel.pass(2);
    guard.run(3_000);
    guard.counts.refused("EINVAL");
    return new Status(
        "0.1.0",
        4711,
        Instant.parse("2026-11-22T20:00:00Z"),
        new Snapshot(CpuSet.of(2, 3), true, guard.keeper.watched()),
        guard.counts.counters(),
        guard.counts.refusals(),
        guard.counts.reactions());
  }
}
