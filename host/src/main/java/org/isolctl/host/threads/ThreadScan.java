package org.isolctl.host.threads;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.files.Numbers;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.facts.ThreadStatus;

/// One pass over the threads of a machine.
///
/// Asking for a mask costs about a microsecond, reading a file ten: so the files of a thread that
/// leads no group are read only when its mask reaches the CPUs of interest. The leaders are looked
/// at once, however often the scan is asked.
public final class ThreadScan {
  private static final int KTHREADD = 2;
  private static final int[] NONE = {};

  /// Not by Comparator.comparingInt, whose result is serializable and costs two milliseconds.
  private static final Comparator<ThreadFacts> BY_TID = (a, b) -> Integer.compare(a.tid(), b.tid());

  private final MachineFiles files;
  private final Masks masks;
  private final TaskFiles tasks;
  private Optional<Leaders> leaders = Optional.empty();

  public ThreadScan(MachineFiles files, Masks masks) {
    this.files = files;
    this.masks = masks;
    this.tasks = new TaskFiles(files);
  }

  /// The processes of a machine.
  ///
  /// @param vanished how many ended between being listed and being read
  private record Leaders(List<Leader> list, int vanished) {}

  /// @param threads how many threads its group has; 1 where that cannot be read
  private record Leader(ThreadFacts facts, int threads) {}

  /// The leaders of all thread groups, by tid.
  public List<ThreadFacts> leaders() {
    return look().list.stream().map(Leader::facts).toList();
  }

  /// Every leader, and the other threads whose mask reaches the CPUs of interest.
  public ThreadCensus census(CensusScope scope) {
    var found = look();
    var threads = new ArrayList<ThreadFacts>(found.list.size());
    int seen = 0;
    int kernel = 0;
    int vanished = found.vanished;
    for (Leader leader : found.list) {
      var facts = scope.offline() ? withRawMask(leader.facts) : leader.facts;
      threads.add(withCgroup(facts, scope));
      seen++;
      if (facts.kernelThread().orElse(false)) {
        kernel++;
      }
      for (int tid : leader.threads > 1 ? others(facts.tgid()) : NONE) {
        var mask = mask(facts.tgid(), tid, scope.offline());
        if (mask instanceof Reading.Absent<CpuSet>) {
          vanished++;
          continue;
        }
        if (mask instanceof Reading.Present<CpuSet>(_, var cpus)
            && !cpus.intersects(scope.interest())) {
          seen++;
          continue;
        }
        var thread = thread(facts.tgid(), tid, mask);
        if (thread.isEmpty()) {
          vanished++;
          continue;
        }
        threads.add(withCgroup(thread.get().facts, scope));
        seen++;
      }
    }
    threads.sort(BY_TID);
    return new ThreadCensus(seen, kernel, vanished, kernelThreadsAreHidden(), List.copyOf(threads));
  }

  private Leaders look() {
    if (leaders.isEmpty()) {
      leaders = Optional.of(lookAtLeaders());
    }
    return leaders.get();
  }

  private Leaders lookAtLeaders() {
    int[] groups = Numbers.in(files.folders("/proc"));
    var list = new ArrayList<Leader>(groups.length);
    int vanished = 0;
    for (int tgid : groups) {
      var leader = leader(tgid);
      if (leader.isPresent()) {
        list.add(leader.get());
      } else {
        vanished++;
      }
    }
    return new Leaders(list, vanished);
  }

  private Optional<Leader> leader(int tgid) {
    var mask = mask(tgid, tgid, false);
    return mask instanceof Reading.Absent<CpuSet> ? Optional.empty() : thread(tgid, tgid, mask);
  }

  private int[] others(int tgid) {
    int[] tids = Numbers.in(files.folders("/proc/" + tgid + "/task"));
    int kept = 0;
    for (int tid : tids) {
      if (tid != tgid) {
        tids[kept++] = tid;
      }
    }
    return Arrays.copyOf(tids, kept);
  }

  /// The mask by system call, or from `status` where there are no calls or they hide too much.
  private Reading<CpuSet> mask(int tgid, int tid, boolean offline) {
    if (masks.areCalls()) {
      var mask = masks.mask(tid);
      return offline && mask instanceof Reading.Present<CpuSet> ? rawMask(tgid, tid) : mask;
    }
    return rawMask(tgid, tid);
  }

  private Reading<CpuSet> rawMask(int tgid, int tid) {
    return tasks.status(tgid, tid).parse(StatusParser.Parsed::mask);
  }

  private ThreadFacts withRawMask(ThreadFacts facts) {
    var mask = rawMask(facts.tgid(), facts.tid());
    // Gone since the first look: what was seen then stands.
    return mask instanceof Reading.Absent<CpuSet>
        ? facts
        : new ThreadFacts(
            facts.tid(), facts.tgid(), mask, facts.stat(), facts.status(), facts.cgroup());
  }

  private ThreadFacts withCgroup(ThreadFacts facts, CensusScope scope) {
    return scope.wantsCgroup(facts)
        ? new ThreadFacts(
            facts.tid(),
            facts.tgid(),
            facts.mask(),
            facts.stat(),
            facts.status(),
            Optional.of(tasks.cgroup(facts.tgid(), facts.tid())))
        : facts;
  }

  /// The thread, unless it has gone.
  private Optional<Leader> thread(int tgid, int tid, Reading<CpuSet> mask) {
    var stat = tasks.stat(tgid, tid);
    if (stat instanceof Reading.Present<StatParser.Parsed>(var source, var parsed)) {
      var facts = new ThreadFacts(tid, tgid, mask, Reading.present(source, parsed.stat()));
      return Optional.of(new Leader(facts, parsed.threads()));
    }
    if (stat instanceof Reading.Absent<StatParser.Parsed> && masks.areCalls()) {
      return Optional.empty();
    }
    var status = tasks.status(tgid, tid).toOptional();
    Optional<ThreadStatus> instead = status.map(StatusParser.Parsed::status);
    Reading<ThreadStat> without = stat.parse(StatParser.Parsed::stat);
    return Optional.of(
        new Leader(
            new ThreadFacts(tid, tgid, mask, without, instead, Optional.empty()),
            status.map(StatusParser.Parsed::threads).orElse(1)));
  }

  /// In a PID namespace of its own, pid 2 is absent or some user's process.
  private boolean kernelThreadsAreHidden() {
    for (Leader leader : look().list) {
      if (leader.facts.tid() == KTHREADD) {
        return !leader.facts.kernelThread().orElse(false);
      }
    }
    return true;
  }
}
