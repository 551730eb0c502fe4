package org.isolctl.model.guard;

import java.util.Optional;
import java.util.OptionalLong;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.thread.ThreadClass;
import org.isolctl.model.thread.ThreadClassifier;

/// From one look at a kernel thread to what the guard does about it.
///
/// The mask is asked for first, which costs a microsecond; the text, which costs ten, is read only
/// where {@link #needsText} says so.
public final class GuardRules {
  /// include/uapi/asm-generic/errno-base.h.
  private static final int EPERM = 1;

  private GuardRules() {}

  /// Whether the mask alone does not tell what to do about a thread that a scan or the ladder looks
  /// at.
  ///
  /// @param known what is remembered of it, if anything
  public static boolean needsText(CpuSet mask, Optional<Watched> known, GuardPolicy policy) {
    return mask.intersects(policy.isolated())
        || known
            .map(it -> it.standing() == Standing.RECHECKED && it.effort().rung() >= Ladder.LAST)
            .orElse(true);
  }

  /// Decides on a thread whose fork event has just been heard and whose mask is right already.
  public static Decision born(int tid, long forkNanos, CpuSet mask, long now) {
    return new Decision.Keep(Watched.first(tid, OptionalLong.of(forkNanos), mask, now));
  }

  /// What a thread that was just announced loses before its text is read, which takes longer than
  /// all the rest: the isolated CPUs where every kernel thread must leave them, nothing where the
  /// policy has exceptions. What the text then says is for {@link #afterSetAtOnce}.
  public static CpuSet takenAtOnce(GuardPolicy policy) {
    return policy.exceptions().isEmpty() ? policy.isolated() : CpuSet.empty();
  }

  /// What to remember of a thread that was set at once.
  ///
  /// @param former the mask that it had
  public static Watched setAtOnce(
      int tid, long forkNanos, CpuSet former, GuardPolicy policy, long now) {
    // Whether it had a name of its own then is not known; that its mask does not last is no
    // contest.
    return Watched.first(tid, OptionalLong.of(forkNanos), former, now)
        .afterSet(former.minus(policy.isolated()), true, now);
  }

  /// Decides on a thread whose text was read after it was set at once.
  public static Decision afterSetAtOnce(Watched set, ThreadStat stat) {
    var former = set.before().orElse(set.mask());
    if (!stat.isKernelThread()) {
      return new Decision.GiveBack(former, set.mask(), Optional.empty());
    }
    var seen = set.seen(set.mask(), Optional.of(stat));
    if (ThreadClassifier.classify(set.tid(), stat, set.mask()) == ThreadClass.IRQ_THREAD) {
      return new Decision.GiveBack(
          former, set.mask(), Optional.of(seen.asBorn(former).with(Standing.FOLLOWS_IRQ)));
    }
    return new Decision.Keep(stat.isMovable() ? seen : seen.with(Standing.BOUND));
  }

  /// Decides on a thread of which only the mask was read, as no text was needed.
  public static Decision decide(CpuSet mask, Watched known) {
    var seen = known.seen(mask, Optional.empty());
    return switch (known.standing()) {
      case RECHECKED -> new Decision.Keep(climb(seen));
      // Somebody else has put it right.
      case TENANT, EXCEPTED, REFUSED, SETTLED -> new Decision.Keep(seen.with(Standing.SETTLED));
      case BOUND, FOLLOWS_IRQ, CONTESTED -> new Decision.Keep(seen);
    };
  }

  /// Decides on a thread of which mask and text were read.
  ///
  /// @param forkNanos when it was made, if its fork event was heard
  /// @param known what is remembered of a thread of this number, if anything
  public static Decision decide(
      int tid,
      OptionalLong forkNanos,
      CpuSet mask,
      ThreadStat stat,
      Optional<Watched> known,
      GuardPolicy policy,
      long now) {
    // Usermode helpers are children of kthreadd too, and follow their own program.
    if (!stat.isKernelThread()) {
      return new Decision.Forget();
    }
    var watched =
        known
            .filter(it -> isSame(it, stat))
            .orElseGet(() -> Watched.first(tid, forkNanos, mask, now))
            .seen(mask, Optional.of(stat));
    return decide(watched, stat, policy, now);
  }

  /// Thread numbers are used again; the start time tells.
  private static boolean isSame(Watched known, ThreadStat stat) {
    return known.stat().map(old -> old.startTicks() == stat.startTicks()).orElse(true);
  }

  private static Decision decide(Watched watched, ThreadStat stat, GuardPolicy policy, long now) {
    var threadClass = ThreadClassifier.classify(watched.tid(), stat, watched.mask());
    if (threadClass == ThreadClass.IRQ_THREAD) {
      return new Decision.Keep(watched.with(Standing.FOLLOWS_IRQ));
    }
    if (!stat.isMovable()) {
      return new Decision.Keep(watched.with(Standing.BOUND));
    }
    boolean nascent = Watched.isNascent(watched.tid(), stat);
    if (nascent && policy.looksAtNames()) {
      // A set before the name is there is mostly lost anyway.
      return new Decision.Keep(climb(watched));
    }
    if (policy.exceptionFor(stat.comm(), threadClass).isPresent()) {
      return new Decision.Keep(watched.with(Standing.EXCEPTED));
    }
    if (policy.spans(watched.mask())) {
      return mend(watched, policy, now);
    }
    if (watched.mask().intersects(policy.isolated())) {
      return new Decision.Keep(nascent ? climb(watched) : watched.with(Standing.TENANT));
    }
    return new Decision.Keep(right(watched, nascent));
  }

  private static Watched right(Watched watched, boolean nascent) {
    boolean onLadder =
        watched.standing() == Standing.RECHECKED
            && (watched.wasSet() || watched.forkNanos().isPresent() || nascent);
    if (onLadder && (nascent || watched.effort().rung() < Ladder.LAST)) {
      return climb(watched);
    }
    return watched.with(Standing.SETTLED);
  }

  private static Watched climb(Watched watched) {
    return watched.with(Standing.RECHECKED, watched.effort().climbed());
  }

  private static Decision mend(Watched watched, GuardPolicy policy, long now) {
    boolean overwritten = watched.wasSet();
    boolean stoodLong = now - watched.effort().baseNanos() >= policy.forgiveAfter().toNanos();
    int contests = stoodLong ? 0 : watched.effort().contests();
    if (watched.standing() == Standing.CONTESTED
        || (watched.standing() == Standing.REFUSED && !stoodLong)) {
      return new Decision.Keep(watched);
    }
    // What the kernel does to a thread at its birth is no contest.
    if (overwritten && !watched.effort().setAtBirth()) {
      contests++;
    }
    var next = watched.with(Standing.RECHECKED, watched.effort().withContests(contests));
    if (contests > policy.mostContests()) {
      boolean refused = watched.effort().error().isPresent();
      return new Decision.Keep(next.with(refused ? Standing.REFUSED : Standing.CONTESTED));
    }
    return new Decision.Set(watched.mask().minus(policy.isolated()), overwritten, next);
  }

  /// What follows from the kernel's answer to {@link Decision.Set}.
  ///
  /// @param asked the thread as the decision left it
  public static Decision afterSet(Watched asked, SetOutcome outcome, long now) {
    boolean nascent = asked.stat().map(stat -> Watched.isNascent(asked.tid(), stat)).orElse(false);
    return switch (outcome) {
      case SetOutcome.Taken(var mask) -> new Decision.Keep(asked.afterSet(mask, nascent, now));
      case SetOutcome.Gone() -> new Decision.Forget();
      // It will not be given at the next try either.
      case SetOutcome.Refused(int error) when error == EPERM ->
          new Decision.Keep(asked.with(Standing.REFUSED, Effort.begun(now).afterRefusal(error)));
      // EINVAL: bound a moment ago, which its flags will tell, or confined by its cpuset.
      case SetOutcome.Refused(int error) ->
          new Decision.Keep(asked.with(Standing.RECHECKED, asked.effort().afterRefusal(error)));
    };
  }
}
