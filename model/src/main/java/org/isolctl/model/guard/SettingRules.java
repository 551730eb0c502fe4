package org.isolctl.model.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.judge.Auditor;
import org.isolctl.model.judge.IsolatedCpus;
import org.isolctl.model.judge.IsolationSource;
import org.isolctl.model.judge.KernelOutlook;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Planner;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.policy.Governed;
import org.isolctl.model.policy.Policy;

/// What the guard does about the masks of interrupts and workqueues, which others reset: a network
/// card that comes up, a driver that is loaded again.
public final class SettingRules {
  private static final ThreadCensus NO_THREADS = new ThreadCensus(0, 0, 0, false, List.of());

  private SettingRules() {}

  /// What is wrong: the changes that `isolctl apply` would make of what is governed.
  ///
  /// @param machine interrupts, workqueues and the CPUs that are online; nothing else is asked
  public static List<Change> wrong(MachineFacts machine, GuardPolicy policy) {
    if (policy.isolated().isEmpty() || policy.governed().isEmpty()) {
      return List.of();
    }
    var source =
        new IsolationSource(IsolationSource.Kind.USER, policy.isolated(), "what is guarded");
    var facts = new HostFacts(machine, NO_THREADS, Optional.empty());
    var outlook = KernelOutlook.UNKNOWN;
    var audit = Auditor.audit(facts, new IsolatedCpus(List.of(source)), Policy.NONE, outlook);
    return Planner.plan(facts, audit, Policy.NONE, outlook).changes().stream()
        .filter(change -> isGoverned(change.target(), policy.governed()))
        .toList();
  }

  private static boolean isGoverned(Target target, Set<Governed> governed) {
    return switch (target) {
      case Target.OfIrq _, Target.OfIrqDefault _ -> governed.contains(Governed.IRQS);
      case Target.OfWorkqueue _ -> governed.contains(Governed.WORKQUEUES);
      case Target.OfThread _,
          Target.OfReceiveQueue _,
          Target.OfWatchdog _,
          Target.OfIrqbalance _,
          Target.OfGroup _,
          Target.OfCpusetController _,
          Target.OfGroupCpus _,
          Target.OfSlice _,
          Target.OfPartition _ ->
          false;
    };
  }

  /// Decides which of the changes are made. One that others take back again and again is not.
  ///
  /// @param efforts what is remembered from earlier looks
  public static SettingDecision decide(
      List<Change> wrong, Map<Target, SettingEffort> efforts, GuardPolicy policy, long now) {
    var next = new HashMap<>(efforts);
    // What has stood long enough is forgotten, and with it what is not there any more.
    next.values()
        .removeIf(it -> it.standing() != SettingStanding.CONTESTED && stoodLong(it, policy, now));
    var make = new ArrayList<Change>();
    var givenUp = new ArrayList<Change>();
    for (Change change : wrong) {
      var effort = Optional.ofNullable(next.get(change.target()));
      if (effort.isEmpty()) {
        make.add(change);
        next.put(change.target(), new SettingEffort(SettingStanding.KEPT, 0, now));
      } else if (effort.get().standing() == SettingStanding.KEPT) {
        int contests = effort.get().contests() + 1;
        boolean tooMany = contests > policy.mostContests();
        (tooMany ? givenUp : make).add(change);
        next.put(
            change.target(),
            new SettingEffort(
                tooMany ? SettingStanding.CONTESTED : SettingStanding.KEPT, contests, now));
      }
    }
    return new SettingDecision(make, givenUp, next);
  }

  private static boolean stoodLong(SettingEffort effort, GuardPolicy policy, long now) {
    return now - effort.lastNanos() >= policy.forgiveAfter().toNanos();
  }

  /// What to remember of a change that was tried; nothing where that leaves things as if it never
  /// had been.
  ///
  /// @param asked what {@link #decide} remembered of it
  public static Optional<SettingEffort> after(SettingEffort asked, Result result, long now) {
    return switch (result.outcome()) {
      case Outcome.Written _, Outcome.Pending _, Outcome.Bent _ ->
          Optional.of(new SettingEffort(SettingStanding.KEPT, asked.contests(), now));
      case Outcome.Refused _ ->
          Optional.of(new SettingEffort(SettingStanding.REFUSED, asked.contests(), now));
      case Outcome.Gone _ -> Optional.empty();
      // Not ours: the next look will tell. What was counted before it stays counted.
      case Outcome.AlreadySo _, Outcome.ChangedSince _, Outcome.NotTried _ ->
          asked.contests() == 0
              ? Optional.empty()
              : Optional.of(new SettingEffort(SettingStanding.KEPT, asked.contests() - 1, now));
    };
  }
}
