package org.isolctl.model.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.KernelOutlook;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.policy.Policy;

/// Makes the plan that mends what an audit found: nothing but differences, no mask made wider, no
/// thread touched that lies wholly inside the isolated CPUs.
public final class Planner {
  private final HostFacts facts;
  private final Audit audit;
  private final Policy policy;
  private final Narrowing narrowing;
  private final List<Change> changes = new ArrayList<>();
  private final List<Left> left = new ArrayList<>();

  private Planner(HostFacts facts, Audit audit, Policy policy) {
    this.facts = facts;
    this.audit = audit;
    this.policy = policy;
    this.narrowing = new Narrowing(audit.isolated().all(), audit.housekeeping());
  }

  /// The plan for one observation.
  ///
  /// @param facts what the audit judged
  /// @param policy says whether user threads may be moved
  /// @param outlook what this kernel does by itself
  public static Plan plan(HostFacts facts, Audit audit, Policy policy, KernelOutlook outlook) {
    var planner = new Planner(facts, audit, policy);
    planner.mendSettings();
    planner.mendThreads();
    planner.changes.sort(Comparator.comparingInt(change -> rank(change.target())));
    return new Plan(
        audit.kernel(),
        audit.isolated().all(),
        audit.housekeeping(),
        outlook.childrenInherit(),
        planner.changes,
        planner.left);
  }

  private void mendSettings() {
    var settings = new SettingChanges(facts.machine(), narrowing);
    for (Finding finding : audit.findings()) {
      if (finding.severity() != Severity.INFO) {
        take(finding, settings.mend(finding));
      }
    }
  }

  /// After the settings, as some threads follow them.
  private void mendThreads() {
    var threads = new ThreadChanges(facts, narrowing, policy, List.copyOf(changes));
    for (Finding finding : audit.findings()) {
      if (finding.severity() != Severity.INFO) {
        take(finding, threads.mend(finding));
      }
    }
  }

  private void take(Finding finding, Mending mending) {
    switch (mending) {
      case Mending.By(var target, var from, var to) ->
          changes.add(new Change(target, from, to, Optional.of(finding.code())));
      case Mending.Not(var reason) -> left.add(new Left(finding.subject(), finding.code(), reason));
      case Mending.Elsewhere() -> {}
    }
  }

  /// First whoever would undo the rest or make new strays, then what strays already.
  private static int rank(Target target) {
    return switch (target) {
      case Target.OfGroup _, Target.OfSlice _ -> 0;
      case Target.OfCpusetController _ -> 1;
      case Target.OfGroupCpus _ -> 2;
      case Target.OfPartition _ -> 3;
      case Target.OfIrqbalance _ -> 4;
      case Target.OfThread thread -> thread.tid() == 2 ? 5 : 8;
      case Target.OfWorkqueue workqueue -> workqueue.name().equals("*") ? 6 : 9;
      case Target.OfIrqDefault _ -> 7;
      case Target.OfIrq _ -> 10;
      case Target.OfReceiveQueue _ -> 11;
      case Target.OfWatchdog _ -> 12;
    };
  }
}
