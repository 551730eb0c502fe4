package org.isolctl.host.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.run.Moved;
import org.isolctl.model.run.SchedulingPolicy;
import org.isolctl.model.run.Spread;

/// Moves all threads of a process: looks again until it finds none left behind, as threads are made
/// while others are moved. A new thread has the mask of its maker, hence this ends.
public final class Mover {
  /// A thread that has the wrong mask again after so many sets has another master.
  private static final int TRIES = 3;

  private final Programs programs;
  private final CpuSet cpus;
  private final boolean spread;
  private final Optional<SchedulingPolicy> policy;
  private final Map<Integer, Integer> tries = new HashMap<>();

  /// @param cpus where they go
  /// @param spread whether each gets one CPU of them instead of all
  /// @param policy for each of them, where it shall change
  public Mover(Programs programs, CpuSet cpus, boolean spread, Optional<SchedulingPolicy> policy) {
    this.programs = programs;
    this.cpus = cpus;
    this.spread = spread;
    this.policy = policy;
  }

  /// Moves the threads of a process.
  ///
  /// @return what came of each that was not there already, by tid; empty too when the process is
  ///   gone
  public Collection<Moved> move(int pid) {
    var moved = new TreeMap<Integer, Moved>();
    boolean more = true;
    while (more) {
      more = false;
      for (var left : leftBehind(masks(pid)).entrySet()) {
        int tid = left.getKey();
        var result = move(tid, left.getValue());
        moved.merge(tid, result, (first, last) -> from(first.from(), last));
        more = true;
      }
    }
    return List.copyOf(moved.values());
  }

  private static Moved from(CpuSet mask, Moved moved) {
    return new Moved(moved.tid(), mask, moved.wanted(), moved.outcome());
  }

  private SortedMap<Integer, CpuSet> masks(int pid) {
    Reading<SortedMap<Integer, CpuSet>> threads = programs.threads(pid);
    return threads.toOptional().orElse(new TreeMap<>());
  }

  private SortedMap<Integer, Moved> leftBehind(SortedMap<Integer, CpuSet> masks) {
    var left = new TreeMap<Integer, Moved>();
    wanted(masks)
        .forEach((tid, wanted) -> {
          var mask = masks.getOrDefault(tid, CpuSet.empty());
          boolean unseen = policy.isPresent() && !tries.containsKey(tid);
          if ((unseen || !mask.equals(wanted)) && tries.getOrDefault(tid, 0) < TRIES) {
            left.put(tid, new Moved(tid, mask, wanted, new Moved.There()));
          }
        });
    return left;
  }

  private SortedMap<Integer, CpuSet> wanted(SortedMap<Integer, CpuSet> masks) {
    var wanted = new TreeMap<Integer, CpuSet>();
    if (spread) {
      Spread.over(masks, cpus).forEach((tid, cpu) -> wanted.put(tid, CpuSet.of(cpu)));
    } else {
      masks.keySet().forEach(tid -> wanted.put(tid, cpus));
    }
    return wanted;
  }

  private Moved move(int tid, Moved plan) {
    tries.merge(tid, 1, Integer::sum);
    var outcome =
        switch (programs.setMask(tid, plan.wanted())) {
          case AffinityResult.Mask(var now) ->
              now.equals(plan.wanted()) ? withPolicy(tid) : new Moved.Bent(now);
          case AffinityResult.Refused(var errno) ->
              errno.number() == Errno.ESRCH ? new Moved.Gone() : refused(tid, errno);
        };
    return new Moved(tid, plan.from(), plan.wanted(), outcome);
  }

  private Moved.Outcome withPolicy(int tid) {
    return policy
        .flatMap(wanted -> programs.setPolicy(tid, wanted))
        .map(errno -> policyRefused(tid, errno))
        .orElseGet(Moved.There::new);
  }

  private Moved.Outcome policyRefused(int tid, Errno errno) {
    tries.put(tid, TRIES);
    return errno.number() == Errno.ESRCH
        ? new Moved.Gone()
        : new Moved.Refused(RunErrors.ofPolicy(errno));
  }

  private Moved.Outcome refused(int tid, Errno errno) {
    tries.put(tid, TRIES);
    return new Moved.Refused(RunErrors.ofMask(errno));
  }
}
