package org.isolctl.app.guard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.isolctl.model.guard.GuardPolicy;

/// The agents of a guard on a fake kernel, stepped by hand.
final class FakeGuard {
  final FakeKernel kernel;
  final Counts counts = new Counts();
  final ThreadKeeper keeper;
  final ScanAgent scans;
  final EventAgent events;
  private final GuardLoop loop;

  FakeGuard(FakeKernel kernel) {
    this.kernel = kernel;
    this.keeper =
        new ThreadKeeper(
            kernel,
            new GuardPolicy(FakeKernel.ISOLATED, List.of()),
            kernel,
            counts,
            kernel,
            kernel);
    this.scans = new ScanAgent(keeper, Duration.ofSeconds(10), kernel);
    this.events = new EventAgent(kernel, 4096, keeper, scans, counts, kernel, kernel);
    this.loop = new GuardLoop(List.of(events, keeper, scans), new NoPause(), kernel);
  }

  private record NoPause() implements GuardLoop.Pause {
    @Override
    public void await(long nanos) {}

    @Override
    public void wake() {}
  }

  /// Steps now, and again at each millisecond until so many have passed.
  FakeGuard run(long millis) {
    loop.step();
    loop.step();
    for (long i = 0; i < millis; i++) {
      kernel.pass(1);
      loop.step();
    }
    return this;
  }

  long count(Counter counter) {
    Map<Counter, Long> all = counts.counters();
    return all.getOrDefault(counter, 0L);
  }
}
