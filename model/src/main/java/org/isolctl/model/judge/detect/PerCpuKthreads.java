package org.isolctl.model.judge.detect;

import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Residence;
import org.isolctl.model.judge.SeenThread;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;

/// Kernel threads that belong to an isolated CPU for good. They are no strays; they are listed
/// because a reader finds them there and wonders, and because they take time when they get work.
public final class PerCpuKthreads implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    for (SeenThread thread : situation.threads()) {
      if (thread.residence() == Residence.BOUND) {
        found.accept(finding(situation, thread));
      }
    }
  }

  /// The last CPU of such a thread is no news: only a run that was watched is one.
  private static Finding finding(Situation situation, SeenThread thread) {
    var sighting = Sighting.of(situation, thread);
    return new Finding(
        FindingCode.PER_CPU_KTHREAD,
        sighting.watched() ? Severity.WARNING : Severity.INFO,
        new Subject.OfThread(thread.tid(), thread.comm(), thread.threadClass()),
        Optional.of(situation.cut(thread.mask())),
        situation.reach(thread.mask()),
        sighting.watched() ? Optional.of(Grade.DID_RUN) : Optional.empty(),
        Optional.of(Cause.PER_CPU),
        false,
        "It is bound to its CPU by design and runs when that CPU gives it work."
            + (sighting.watched() ? sighting.sentence() : ""),
        Remedy.none(
            thread.threadClass() == ThreadClass.BOUND_KWORKER
                ? "no mask moves the work of a per-CPU workqueue: only its source can"
                : "the kernel needs one on every CPU: only its work can be kept away"),
        thread.readings());
  }
}
