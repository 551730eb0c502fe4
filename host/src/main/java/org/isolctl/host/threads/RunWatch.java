package org.isolctl.host.threads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.facts.WatchFacts;

/// Look after look at the run times of threads, to tell who ran on some CPUs.
///
/// Between two looks a thread may have run anywhere: what it ran is put to the CPU where it is
/// found, hence an upper bound.
public final class RunWatch {
  private final RunTimes times;
  private final CpuSet interest;
  private final Map<Integer, Watched> watched = new HashMap<>();
  private final Map<Run, Long> runs = new HashMap<>();

  public RunWatch(MachineFiles files, CpuSet interest) {
    this.times = new RunTimes(files);
    this.interest = interest;
  }

  private static final class Watched {
    final int tgid;
    final long startTicks;
    long nanos;

    Watched(int tgid, long startTicks, long nanos) {
      this.tgid = tgid;
      this.startTicks = startTicks;
      this.nanos = nanos;
    }
  }

  private record Run(int tid, long startTicks, int cpu) {}

  /// Takes up the threads of a census that may run on the CPUs, and drops those that are gone. A
  /// thread that was not there before starts at nothing: all that it ran counts.
  ///
  /// @param first whether this begins the watch: what ran before does not count
  public void follow(ThreadCensus census, boolean first) {
    var present = new HashSet<Integer>();
    for (var thread : census.threads()) {
      if (!(thread.mask() instanceof Reading.Present<CpuSet>(_, var mask))
          || !mask.intersects(interest)
          || !(thread.stat() instanceof Reading.Present<ThreadStat>(_, var stat))) {
        continue;
      }
      present.add(thread.tid());
      var known = watched.get(thread.tid());
      if (known == null || known.startTicks != stat.startTicks()) {
        long ran = first ? times.nanos(thread.tgid(), thread.tid()).orElse(0) : 0;
        watched.put(thread.tid(), new Watched(thread.tgid(), stat.startTicks(), ran));
      }
    }
    watched.keySet().retainAll(present);
  }

  /// Takes one look at all threads that are followed.
  public void look() {
    watched.forEach((tid, thread) -> {
      long nanos = times.nanos(thread.tgid, tid).orElse(thread.nanos);
      if (nanos > thread.nanos) {
        grew(tid, thread, nanos - thread.nanos);
        thread.nanos = nanos;
      }
    });
  }

  private void grew(int tid, Watched thread, long nanos) {
    if (times.stat(thread.tgid, tid) instanceof Reading.Present<ThreadStat>(_, var stat)
        && stat.startTicks() == thread.startTicks
        && interest.contains(stat.lastCpu())) {
      runs.merge(new Run(tid, thread.startTicks, stat.lastCpu()), nanos, Long::sum);
    }
  }

  /// Who ran, the longest first.
  public List<WatchFacts.ThreadRun> runs() {
    var list = new ArrayList<WatchFacts.ThreadRun>();
    runs.forEach((run, nanos) ->
        list.add(new WatchFacts.ThreadRun(run.tid, run.startTicks, run.cpu, nanos)));
    list.sort(
        Comparator.comparingLong(WatchFacts.ThreadRun::runNanos)
            .reversed()
            .thenComparingInt(WatchFacts.ThreadRun::tid)
            .thenComparingInt(WatchFacts.ThreadRun::cpu));
    return List.copyOf(list);
  }
}
