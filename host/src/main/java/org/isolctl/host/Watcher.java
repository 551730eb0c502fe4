package org.isolctl.host;

import java.time.Duration;
import java.util.Map;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.machine.InterruptDelta;
import org.isolctl.host.machine.InterruptTable;
import org.isolctl.host.machine.IrqReader;
import org.isolctl.host.threads.CensusScope;
import org.isolctl.host.threads.Masks;
import org.isolctl.host.threads.RunWatch;
import org.isolctl.host.threads.ThreadScan;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.facts.WatchFacts;

/// Looks at a live machine for some time.
final class Watcher {
  private static final long BETWEEN_LOOKS = Duration.ofMillis(50).toNanos();
  private static final long BETWEEN_LISTS = Duration.ofSeconds(1).toNanos();

  /// A look at thousands of threads takes longer than the pause: it must not become a load.
  private static final int PAUSE_PER_LOOK = 4;

  private final MachineFiles files;
  private final Masks masks;
  private final CpuSet interest;

  Watcher(MachineFiles files, Masks masks, CpuSet interest) {
    this.files = files;
    this.masks = masks;
    this.interest = interest;
  }

  /// Ends early when the calling thread is interrupted; the answer says how long was looked.
  WatchFacts watch(Duration time, ProgressListener progress) {
    var irqs = new IrqReader(files);
    var before = irqs.table().toOptional().orElse(InterruptTable.EMPTY);
    var watch = new RunWatch(files, interest);
    watch.follow(census(), true);
    // The first list may take long on a busy machine, and is no part of the time that is looked.
    long start = System.nanoTime();
    long listed = start;
    int samples = 0;
    long pause = BETWEEN_LOOKS;
    long left;
    while ((left = start + time.toNanos() - System.nanoTime()) > 0
        && pause(Math.min(pause, left))) {
      long begun = System.nanoTime();
      if (begun - listed >= BETWEEN_LISTS) {
        watch.follow(census(), false);
        listed = begun;
      }
      watch.look();
      samples++;
      long now = System.nanoTime();
      pause = Math.max(BETWEEN_LOOKS, (now - begun) * PAUSE_PER_LOOK);
      progress.progressed(Duration.ofNanos(now - start), time);
    }
    Map<Integer, Map<Integer, Long>> fired =
        irqs.table()
            .toOptional()
            .map(after -> InterruptDelta.between(before, after, interest))
            .orElse(Map.of());
    var looked = Duration.ofNanos(System.nanoTime() - start);
    return new WatchFacts(looked, samples, watch.runs(), fired);
  }

  private ThreadCensus census() {
    return new ThreadScan(files, masks)
        .census(new CensusScope(interest, false, CensusScope.Cgroups.NONE));
  }

  private static boolean pause(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
