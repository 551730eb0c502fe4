package org.isolctl.model.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.Reading.Present;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.policy.Policy;

/// Mends the masks of threads.
final class ThreadChanges {
  private static final String NOT_ALLOWED =
      "a user thread is moved only where the policy says move_user = true";

  private final Map<Integer, ThreadFacts> threads = new HashMap<>();
  private final Narrowing narrowing;
  private final Policy policy;
  private final List<Change> settings;

  /// @param settings the changes that are planned already: some threads follow them
  ThreadChanges(HostFacts facts, Narrowing narrowing, Policy policy, List<Change> settings) {
    facts.threads().threads().forEach(thread -> threads.put(thread.tid(), thread));
    this.narrowing = narrowing;
    this.policy = policy;
    this.settings = settings;
  }

  Mending mend(Finding finding) {
    boolean stray =
        finding.code() == FindingCode.KTHREAD_STRAY || finding.code() == FindingCode.USER_STRAY;
    if (!stray || !(finding.subject() instanceof Subject.OfThread thread)) {
      return new Mending.Elsewhere();
    }
    return switch (thread.threadClass()) {
      case UNBOUND_KWORKER, RESCUER -> worker(finding);
      case IRQ_THREAD -> irqThread(thread);
      case INIT, USER -> policy.moveUser() ? affinity(thread) : new Mending.Not(NOT_ALLOWED);
      case KTHREADD, KTHREAD, NODE_KTHREAD, RCU_GP, RCUO, PER_CPU_KTHREAD, BOUND_KWORKER ->
          finding.movable() ? affinity(thread) : new Mending.Not(SettingChanges.reasonOf(finding));
    };
  }

  private Mending worker(Finding finding) {
    boolean follows = finding.cause().map(cause -> cause == Cause.WORKQUEUE_MASK).orElse(false);
    if (!follows) {
      return new Mending.Not(SettingChanges.reasonOf(finding));
    }
    boolean planned =
        settings.stream().anyMatch(change -> change.target() instanceof Target.OfWorkqueue);
    return new Mending.Not(
        planned
            ? "it follows the mask of unbound workqueues, which is changed"
            : "the kernel refuses another mask for it (PF_NO_SETAFFINITY), and the mask of unbound"
                + " workqueues is right already: it takes that up when its pool is made anew");
  }

  private Mending irqThread(Subject.OfThread thread) {
    boolean planned =
        settings.stream()
            .anyMatch(change ->
                change.target() instanceof Target.OfIrq irq
                    && thread.comm().startsWith("irq/" + irq.number() + "-"));
    return new Mending.Not(
        planned
            ? "it follows its interrupt, whose mask is changed"
            : "it follows its interrupt: it takes that mask up when the interrupt is next set");
  }

  private Mending affinity(Subject.OfThread subject) {
    var thread = threads.get(subject.tid());
    if (thread != null
        && thread.mask() instanceof Present<CpuSet>(_, var mask)
        && thread.stat() instanceof Present<ThreadStat>(_, var stat)) {
      return narrowing.mend(
          new Target.OfThread(subject.tid(), stat.startTicks(), subject.comm()), mask);
    }
    return new Mending.Not("when it started is not known, so that it cannot be told from another");
  }
}
