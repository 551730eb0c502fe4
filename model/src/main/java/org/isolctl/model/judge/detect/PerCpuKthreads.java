package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading.Present;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Residence;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;
import org.isolctl.model.thread.ThreadClassifier;

/// Kernel threads that belong to an isolated CPU for good. They are no strays; they are listed
/// because a reader finds them there and wonders, and because they take time when they get work.
public final class PerCpuKthreads implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    for (ThreadFacts thread : situation.facts().threads().threads()) {
      if (thread.mask() instanceof Present<CpuSet>(_, var mask)
          && thread.stat() instanceof Present<ThreadStat>(_, var stat)) {
        var threadClass = ThreadClassifier.classify(thread.tid(), stat, mask);
        if (Residence.of(situation, mask, threadClass) == Residence.BOUND) {
          found.accept(finding(situation, thread, stat, mask, threadClass));
        }
      }
    }
  }

  /// The last CPU of such a thread is no news: only a run that was watched is one.
  private static Finding finding(
      Situation situation,
      ThreadFacts thread,
      ThreadStat stat,
      CpuSet mask,
      ThreadClass threadClass) {
    var reach = situation.reach(mask);
    var sighting = Sighting.of(situation, thread, stat, reach);
    return new Finding(
        FindingCode.PER_CPU_KTHREAD,
        sighting.watched() ? Severity.WARNING : Severity.INFO,
        new Subject.OfThread(thread.tid(), stat.comm(), threadClass),
        Optional.of(mask),
        reach,
        sighting.watched() ? Optional.of(Grade.DID_RUN) : Optional.empty(),
        Optional.of(Cause.PER_CPU),
        false,
        "It is bound to its CPU by design and runs when that CPU gives it work."
            + (sighting.watched() ? sighting.sentence() : ""),
        Remedy.none(
            threadClass == ThreadClass.BOUND_KWORKER
                ? "no mask moves the work of a per-CPU workqueue: only its source can"
                : "the kernel needs one on every CPU: only its work can be kept away"),
        List.of(thread.mask().source(), thread.stat().source()));
  }
}
