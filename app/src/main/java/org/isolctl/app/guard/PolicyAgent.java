package org.isolctl.app.guard;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.guard.GuardPolicy;
import org.isolctl.model.guard.ScanReason;
import org.isolctl.model.policy.Policy;

/// Keeps what is guarded in step with the machine and with the user: partitions come and go, CPUs
/// go offline and online, the policy file is edited.
final class PolicyAgent implements Agent {
  private final PolicySource source;
  private final IsolationView view;
  private final ThreadKeeper keeper;
  private final ScanAgent scans;
  private final Diary diary;
  private final Clock clock;
  private Policy policy;
  private String fingerprint;
  private long nextNanos;
  private volatile boolean reloadWanted;

  PolicyAgent(
      PolicySource source,
      Policy policy,
      IsolationView view,
      ThreadKeeper keeper,
      ScanAgent scans,
      Diary diary,
      Clock clock) {
    this.source = source;
    this.policy = policy;
    this.view = view;
    this.keeper = keeper;
    this.scans = scans;
    this.diary = diary;
    this.clock = clock;
    this.fingerprint = view.fingerprint();
    this.nextNanos = Beat.after(clock.nanos());
  }

  /// What the guard keeps under a policy on a machine as it is now.
  static GuardPolicy guardPolicy(Policy policy, IsolationView view) {
    return new GuardPolicy(
        view.isolated(policy.isolated()), policy.exceptions(), policy.governed());
  }

  /// Makes the next step read the policy again; for any thread.
  void reload() {
    reloadWanted = true;
  }

  @Override
  public void step() {
    if (reloadWanted) {
      reloadWanted = false;
      readAgain();
    }
    long now = clock.nanos();
    if (nextNanos <= now) {
      nextNanos = Beat.after(now);
      compare();
    }
  }

  private void readAgain() {
    try {
      policy = source.read();
      diary.tell(new Happening.Reloaded(source.name()));
      keep(ScanReason.RELOAD);
    } catch (PolicyTroubleException e) {
      diary.tell(
          new Happening.Trouble(
              "the policy stays as it was, as the new one is wrong: " + e.getMessage()));
    }
  }

  private void compare() {
    var now = view.fingerprint();
    if (!now.equals(fingerprint)) {
      fingerprint = now;
      keep(ScanReason.CHANGE);
    }
  }

  private void keep(ScanReason reason) {
    CpuSet before = keeper.policy().isolated();
    var next = guardPolicy(policy, view);
    if (!next.isolated().equals(before)) {
      diary.tell(new Happening.Isolated(before, next.isolated()));
    }
    keeper.keep(next);
    scans.ask(reason);
  }

  @Override
  public long dueNanos() {
    return nextNanos;
  }
}
