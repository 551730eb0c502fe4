package org.isolctl.app.guard;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.Narrowing;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.guard.Decision;
import org.isolctl.model.guard.GuardPolicy;
import org.isolctl.model.guard.GuardRules;
import org.isolctl.model.guard.ScanReason;
import org.isolctl.model.guard.SetOutcome;
import org.isolctl.model.guard.Standing;
import org.isolctl.model.guard.Watched;

/// Looks at kernel threads when they are announced, when their ladder says so and when a scan is
/// made, and does what {@link GuardRules} decides.
final class ThreadKeeper implements Agent {
  /// A look at a thread that is due; out of date when the thread is due at another time by now.
  private record Due(long nanos, int tid) {}

  /// How many looks are made in one step, before new announcements have their turn.
  private static final int MOST_AT_ONCE = 16;

  private final Threads threads;
  private final Counts counts;
  private final Diary diary;
  private final Clock clock;
  private final KthreaddNote note;
  private final Map<Integer, Watched> known = new HashMap<>();
  private final PriorityQueue<Due> due =
      new PriorityQueue<>((a, b) -> Long.compare(a.nanos(), b.nanos()));

  /// Set at once; their text is read as soon as nothing more is announced.
  private final Queue<Integer> unread = new ArrayDeque<>();

  private GuardPolicy policy;
  private int sets;

  ThreadKeeper(
      Threads threads,
      GuardPolicy policy,
      KthreaddNote note,
      Counts counts,
      Diary diary,
      Clock clock) {
    this.note = note;
    this.threads = threads;
    this.policy = policy;
    this.counts = counts;
    this.diary = diary;
    this.clock = clock;
  }

  /// Keeps another policy from now on; threads that were given up are looked at anew.
  void keep(GuardPolicy next) {
    policy = next;
    known
        .values()
        .removeIf(it -> it.standing() == Standing.CONTESTED || it.standing() == Standing.REFUSED);
  }

  GuardPolicy policy() {
    return policy;
  }

  /// A thread was announced: whatever was known under its number is over. Nothing is done before
  /// the set that can be done after it.
  void announced(int tid, long forkNanos) {
    var narrowing = threads.narrow(tid, GuardRules.takenAtOnce(policy));
    long now = clock.nanos();
    counts.add(Counter.EVENTS);
    known.remove(tid);
    switch (narrowing) {
      case Narrowing.Narrowed(var former) -> {
        sets++;
        counts.add(Counter.SETS);
        counts.reacted(now - forkNanos);
        remember(GuardRules.setAtOnce(tid, forkNanos, former, policy, now));
        unread.add(tid);
      }
      case Narrowing.Left(var mask) -> {
        if (mask.intersects(policy.isolated())) {
          look(tid, OptionalLong.of(forkNanos), mask);
        } else {
          carryOut(tid, GuardRules.born(tid, forkNanos, mask, now));
        }
      }
      case Narrowing.Unknown(var errno) -> lookFailed(tid, errno);
    }
  }

  @Override
  public void step() {
    while (!unread.isEmpty()) {
      int tid = unread.remove();
      Optional.ofNullable(known.get(tid)).ifPresent(this::readAfterSet);
    }
    if (due.isEmpty()) {
      return;
    }
    long now = clock.nanos();
    for (int i = 0; i < MOST_AT_ONCE && !due.isEmpty() && due.peek().nanos() <= now; i++) {
      var next = due.remove();
      Optional.ofNullable(known.get(next.tid()))
          .filter(it -> it.dueNanos().equals(OptionalLong.of(next.nanos())))
          .ifPresent(it -> glance(next.tid()));
    }
  }

  private void readAfterSet(Watched set) {
    switch (threads.stat(set.tid())) {
      case Reading.Present<ThreadStat>(_, var stat) ->
          carryOut(set.tid(), GuardRules.afterSetAtOnce(set, stat));
      case Reading.Absent<ThreadStat> _ -> lookFailed(set.tid(), new Errno(Errno.ESRCH));
      // The ladder tries again.
      case Reading<ThreadStat> _ -> {}
    }
  }

  @Override
  public long dueNanos() {
    return due.isEmpty() ? Long.MAX_VALUE : due.peek().nanos();
  }

  /// Whether a thread is still being looked at again and again.
  boolean isUnsettled() {
    return known.values().stream().anyMatch(it -> it.dueNanos().isPresent());
  }

  /// Looks at every kernel thread.
  void scan(Set<ScanReason> reasons) {
    counts.add(Counter.SCANS);
    int before = sets;
    switch (threads.children()) {
      case Reading.Present<int[]>(_, var children) -> {
        scan(children);
        // A scan by the timer that finds everything right is no news.
        if (sets > before || !reasons.equals(Set.of(ScanReason.TIMER))) {
          diary.tell(new Happening.Scanned(reasons, children.length + 1, sets - before));
        }
      }
      case Reading<int[]> lacking ->
          diary.tell(
              new Happening.Trouble(
                  "cannot list the kernel threads: " + lacking.source() + " cannot be read"));
    }
  }

  private void scan(int[] children) {
    find(Watched.KTHREADD);
    var seen = new HashSet<Integer>();
    seen.add(Watched.KTHREADD);
    for (int tid : children) {
      seen.add(tid);
      // A thread on its ladder is looked at soon; a look now would take a rung of it.
      if (!isOnLadder(tid)) {
        find(tid);
      }
    }
    // What has ended since is nobody's any more; what is on its ladder will be found gone.
    known.values().removeIf(it -> !seen.contains(it.tid()) && it.dueNanos().isEmpty());
  }

  private void find(int tid) {
    int before = sets;
    glance(tid);
    if (sets > before) {
      counts.add(Counter.FOUND);
    }
  }

  private boolean isOnLadder(int tid) {
    return Optional.ofNullable(known.get(tid)).map(it -> it.dueNanos().isPresent()).orElse(false);
  }

  private void glance(int tid) {
    var watched = Optional.ofNullable(known.get(tid));
    switch (threads.mask(tid)) {
      case AffinityResult.Refused(var errno) -> lookFailed(tid, errno);
      case AffinityResult.Mask(var mask) -> {
        if (GuardRules.needsText(mask, watched, policy)) {
          look(tid, OptionalLong.empty(), mask);
        } else {
          watched.ifPresent(it -> carryOut(tid, GuardRules.decide(mask, it)));
        }
      }
    }
  }

  private void lookFailed(int tid, Errno errno) {
    known.remove(tid);
    if (errno.number() == Errno.ESRCH) {
      counts.add(Counter.VANISHED);
    } else {
      counts.refused(errno.name());
    }
  }

  private void look(int tid, OptionalLong forkNanos, CpuSet mask) {
    switch (threads.stat(tid)) {
      case Reading.Present<ThreadStat>(_, var stat) -> {
        var watched = Optional.ofNullable(known.get(tid));
        var decision =
            GuardRules.decide(tid, forkNanos, mask, stat, watched, policy, clock.nanos());
        if (decision instanceof Decision.Forget) {
          counts.add(Counter.HELPERS);
        }
        carryOut(tid, decision);
      }
      case Reading.Absent<ThreadStat> _ -> lookFailed(tid, new Errno(Errno.ESRCH));
      case Reading<ThreadStat> lacking -> {
        known.remove(tid);
        diary.tell(
            new Happening.Trouble("cannot tell what thread " + tid + " is: " + lacking.source()));
      }
    }
  }

  private void carryOut(int tid, Decision decision) {
    switch (decision) {
      case Decision.Forget() -> known.remove(tid);
      case Decision.Keep(var next) -> remember(next);
      case Decision.Set(var to, var overwritten, var next) -> {
        if (overwritten) {
          counts.add(Counter.OVERWRITTEN);
        }
        carryOut(tid, set(next, to));
      }
      case Decision.GiveBack(var former, var given, var next) -> {
        if (threads.mask(tid) instanceof AffinityResult.Mask(var mask) && mask.equals(given)) {
          threads.set(tid, former);
        }
        next.ifPresentOrElse(
            this::remember,
            () -> {
              counts.add(Counter.HELPERS);
              known.remove(tid);
            });
      }
    }
  }

  private Decision set(Watched asked, CpuSet to) {
    if (asked.tid() == Watched.KTHREADD) {
      note.write(asked.mask(), to);
    }
    var outcome =
        switch (threads.set(asked.tid(), to)) {
          case AffinityResult.Mask(var mask) -> new SetOutcome.Taken(mask);
          case AffinityResult.Refused(var errno) when errno.number() == Errno.ESRCH -> {
            counts.add(Counter.VANISHED);
            yield new SetOutcome.Gone();
          }
          case AffinityResult.Refused(var errno) -> {
            counts.refused(errno.name());
            yield new SetOutcome.Refused(errno.number());
          }
        };
    long now = clock.nanos();
    if (outcome instanceof SetOutcome.Taken) {
      sets++;
      counts.add(Counter.SETS);
      if (!asked.wasSet() && asked.forkNanos().isPresent()) {
        counts.reacted(now - asked.forkNanos().getAsLong());
      }
    }
    return GuardRules.afterSet(asked, outcome, now);
  }

  private void remember(Watched next) {
    var before = Optional.ofNullable(known.put(next.tid(), next));
    next.dueNanos().ifPresent(nanos -> due.add(new Due(nanos, next.tid())));
    boolean changed = before.map(it -> it.standing() != next.standing()).orElse(true);
    if (changed && isWorthTelling(next)) {
      switch (next.standing()) {
        case SETTLED -> counts.add(Counter.SETTLED);
        case CONTESTED -> counts.add(Counter.CONTESTED);
        case RECHECKED, BOUND, FOLLOWS_IRQ, TENANT, EXCEPTED, REFUSED -> {}
      }
      diary.tell(new Happening.Placed(next));
    }
  }

  private static boolean isWorthTelling(Watched thread) {
    return switch (thread.standing()) {
      case SETTLED -> thread.wasSet();
      case TENANT, EXCEPTED, CONTESTED, REFUSED -> true;
      case RECHECKED, BOUND, FOLLOWS_IRQ -> false;
    };
  }

  /// Every thread that is remembered.
  List<Watched> watched() {
    return List.copyOf(known.values());
  }
}
