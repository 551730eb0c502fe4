package org.isolctl.app.guard;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.model.cpu.CpuSet;

/// Keeps the guard's own threads, the JVM's among them, on housekeeping CPUs. New ones inherit the
/// mask of the thread that starts them, so few looks find anything.
final class OwnThreads implements Agent {
  private static final Duration PERIOD = Duration.ofSeconds(60);

  private final Threads threads;
  private final Supplier<List<Integer>> own;
  private final Supplier<CpuSet> isolated;
  private final Supplier<CpuSet> online;
  private final Diary diary;
  private final Clock clock;
  private CpuSet last = CpuSet.empty();
  private long nextNanos;

  OwnThreads(
      Threads threads,
      Supplier<List<Integer>> own,
      Supplier<CpuSet> isolated,
      Supplier<CpuSet> online,
      Diary diary,
      Clock clock) {
    this.threads = threads;
    this.own = own;
    this.isolated = isolated;
    this.online = online;
    this.diary = diary;
    this.clock = clock;
    this.nextNanos = clock.nanos();
  }

  @Override
  public void step() {
    long now = clock.nanos();
    if (nextNanos <= now || !last.equals(isolated.get())) {
      move();
      nextNanos = now + PERIOD.toNanos();
    }
  }

  private void move() {
    last = isolated.get();
    for (int tid : own.get()) {
      if (threads.mask(tid) instanceof AffinityResult.Mask(var mask) && mask.intersects(last)) {
        var rest = mask.minus(last);
        var to = rest.isEmpty() ? online.get().minus(last) : rest;
        if (!to.isEmpty() && threads.set(tid, to) instanceof AffinityResult.Refused(var errno)) {
          diary.tell(
              new Happening.Trouble(
                  "the guard's own thread " + tid + " cannot leave the isolated CPUs: " + errno));
        }
      }
    }
  }

  @Override
  public long dueNanos() {
    return nextNanos;
  }
}
