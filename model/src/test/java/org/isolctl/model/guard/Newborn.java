package org.isolctl.model.guard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;

/// A kernel thread whose life is written down in advance, and a guard of one thread that is stepped
/// through it. The kernel's part is played by hand, as guard measurements on 6.1 and 6.12 showed
/// it.
final class Newborn {
  static final int TID = 700;
  static final CpuSet ALL = CpuSet.range(0, 3);
  static final CpuSet ISOLATED = CpuSet.of(2, 3);
  static final CpuSet KEEP = CpuSet.of(0, 1);

  /// Something that happens to the thread.
  record Turn(long atNanos, Runnable what) {}

  private final boolean userMaskHolds;
  private final List<Turn> turns = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  private CpuSet mask = ALL;
  private Optional<CpuSet> userMask = Optional.empty();
  private String comm;
  private long flags = ThreadStat.PF_KTHREAD;
  private boolean alive = true;
  private int sets;

  /// @param userMaskHolds whether the kernel is 6.2 or later
  Newborn(boolean userMaskHolds, String comm) {
    this.userMaskHolds = userMaskHolds;
    this.comm = comm;
  }

  Newborn at(Duration time, Runnable what) {
    turns.add(new Turn(time.toNanos(), what));
    return this;
  }

  void kernelSets(CpuSet wanted) {
    var both = userMask.map(wanted::intersect).orElse(wanted);
    mask = userMaskHolds && !both.isEmpty() ? both : wanted;
  }

  void isNamed(String name) {
    comm = name;
  }

  void isBoundTo(int cpu) {
    mask = CpuSet.of(cpu);
    userMask = Optional.empty();
    flags |= ThreadStat.PF_NO_SETAFFINITY;
  }

  void becomesProgram() {
    flags &= ~ThreadStat.PF_KTHREAD;
  }

  void ends() {
    alive = false;
  }

  private ThreadStat stat() {
    return new ThreadStat(comm, 'S', 2, flags, 0, 4711, 0, 0, 0);
  }

  private SetOutcome set(CpuSet wanted) {
    if (!alive) {
      return new SetOutcome.Gone();
    }
    if ((flags & ThreadStat.PF_NO_SETAFFINITY) != 0) {
      return new SetOutcome.Refused(22);
    }
    sets++;
    mask = wanted;
    userMask = Optional.of(wanted);
    return new SetOutcome.Taken(mask);
  }

  /// Hears the fork event at time 0 and looks whenever the guard wants to, up to an end.
  Newborn guarded(GuardPolicy policy, Duration until) {
    long now = 0;
    Optional<Watched> watched = look(Optional.empty(), policy, now);
    while (watched.isPresent() && watched.get().dueNanos().isPresent()) {
      now = watched.get().dueNanos().getAsLong();
      if (now > until.toNanos()) {
        break;
      }
      play(now);
      watched = look(watched, policy, now);
    }
    play(until.toNanos());
    done.add(watched.map(it -> it.standing().label()).orElse("forgotten"));
    return this;
  }

  private void play(long now) {
    for (var turn : List.copyOf(turns)) {
      if (turn.atNanos() <= now) {
        turn.what().run();
        turns.remove(turn);
      }
    }
  }

  private Optional<Watched> look(Optional<Watched> known, GuardPolicy policy, long now) {
    if (!alive) {
      return Optional.empty();
    }
    if (known.isPresent() && !GuardRules.needsText(mask, known, policy)) {
      return GuardRules.decide(mask, known.get()).remembered();
    }
    if (known.isEmpty() && !mask.intersects(policy.isolated())) {
      return GuardRules.born(TID, 0, mask, now).remembered();
    }
    var decision = GuardRules.decide(TID, OptionalLong.of(0), mask, stat(), known, policy, now);
    return decision instanceof Decision.Set(var to, _, var next)
        ? GuardRules.afterSet(next, set(to), now).remembered()
        : decision.remembered();
  }

  CpuSet mask() {
    return mask;
  }

  int sets() {
    return sets;
  }

  String standing() {
    return done.getLast();
  }
}
