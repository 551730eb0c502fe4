package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.netlink.DescriptorWait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoopTest {
  private final FakeKernel kernel = new FakeKernel();

  /// Lets the time pass at once, and ends the loop after twenty waits.
  private final class Sleep implements GuardLoop.Pause {
    private final List<Long> waits = new ArrayList<>();
    private Runnable end = () -> {};

    @Override
    public void await(long nanos) {
      waits.add(nanos);
      kernel.pass(nanos / 1_000_000);
      if (waits.size() == 20) {
        end.run();
      }
    }

    @Override
    public void wake() {}
  }

  @Test
  void itWaitsNoLongerThanTheFirstAgentWants() {
    var signs = new ArrayList<Long>();
    var watchdog =
        new WatchdogAgent(Duration.ofSeconds(15), () -> signs.add(kernel.nanos()), kernel);
    var publish = new PublishAgent(() -> Snapshot.EMPTY, kernel);
    var sleep = new Sleep();
    var loop = new GuardLoop(List.of(watchdog, publish), sleep, kernel);
    sleep.end = loop::stop;
    loop.run();

    assertThat(sleep.waits).hasSize(20).allMatch(nanos -> nanos == 1_000_000_000L);
    assertThat(signs).hasSize(2);
  }

  @Test
  @Timeout(60)
  void anotherThreadStopsItWhileItWaits() throws InterruptedException {
    try (var descriptors = new DescriptorWait()) {
      var loop = new GuardLoop(List.of(), new WaitPause(descriptors), kernel);
      var thread = Thread.ofPlatform().start(loop::run);
      loop.nudge();
      loop.stop();
      thread.join();

      assertThat(thread.isAlive()).isFalse();
    }
  }

  @Test
  void readinessIsSaidOnceAndNotBeforeTheFirstScan() {
    var counts = new Counts();
    var said = new ArrayList<String>();
    var ready = new ReadyAgent(counts, () -> said.add("READY=1"));
    ready.step();
    assertThat(said).isEmpty();

    counts.add(Counter.SCANS);
    ready.step();
    ready.step();
    assertThat(said).containsExactly("READY=1");
  }
}
