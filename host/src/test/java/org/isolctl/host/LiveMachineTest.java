package org.isolctl.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.junit.jupiter.api.Test;

/// The machine that runs the tests, read only.
class LiveMachineTest {
  private final int pid = (int) ProcessHandle.current().pid();
  private final Observer observer = Host.live().observer();

  private CpuSet online() {
    return observer.machine().cpus().online().toOptional().orElseThrow();
  }

  @Test
  void thisProcessIsSeenWithItsMaskAndName() {
    var census = observer.threads(online());
    assertThat(census.threads())
        .filteredOn(thread -> thread.tid() == pid)
        .singleElement()
        .satisfies(thread -> {
          assertThat(thread.mask()).isInstanceOf(Reading.Present.class);
          assertThat(thread.comm()).contains("java");
          assertThat(thread.kernelThread()).contains(false);
          assertThat(thread.movable()).contains(true);
        });
    assertThat(census.seen()).isEqualTo(census.threads().size());
  }

  @Test
  void itsOtherThreadsAreSeenByTheirOwnNames() throws InterruptedException {
    var name = "odd )\n\u001b name";
    var started = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var thread =
        Thread.ofPlatform()
            .name(name)
            .start(() -> {
              started.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    started.await();
    try {
      assertThat(Host.live().observer().threads(online()).threads())
          .filteredOn(other -> other.tgid() == pid && other.tid() != pid)
          .extracting(other -> other.comm().orElse(""))
          .contains(name);
    } finally {
      end.countDown();
      thread.join();
    }
  }

  @Test
  void threadsAreInTheOrderOfTheirNumbersAndOnlyOnce() {
    assertThat(observer.threads(online()).threads())
        .extracting(ThreadFacts::tid)
        .doesNotHaveDuplicates()
        .isSorted();
  }

  @Test
  void aWatchFindsAThreadThatRuns() {
    var stop = new AtomicBoolean();
    Thread.ofPlatform()
        .start(() -> {
          while (!stop.get()) {
            Thread.onSpinWait();
          }
        });
    var steps = new ArrayList<Duration>();
    try {
      var seen =
          observer.watch(online(), Duration.ofMillis(600), (elapsed, _) -> steps.add(elapsed));
      assertThat(seen.samples()).isPositive().isEqualTo(steps.size());
      assertThat(seen.threads())
          .anySatisfy(run -> {
            assertThat(run.runNanos()).isPositive();
            assertThat(online().contains(run.cpu())).isTrue();
          });
    } finally {
      stop.set(true);
    }
  }

  @Test
  void anInterruptEndsAWatch() throws InterruptedException {
    var answered = new AtomicBoolean();
    var watcher =
        Thread.ofPlatform()
            .start(() -> {
              var seen =
                  Host.live()
                      .observer()
                      .watch(CpuSet.of(0), Duration.ofHours(1), ProgressListener.NONE);
              answered.set(seen.duration().compareTo(Duration.ofHours(1)) < 0);
            });
    watcher.interrupt();
    watcher.join();
    assertThat(answered).isTrue();
  }
}
