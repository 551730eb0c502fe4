package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading.Present;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.Residence;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;
import org.isolctl.model.thread.ThreadClassifier;

/// Threads whose mask reaches isolated CPUs though nothing says that they belong there, kernel and
/// user threads alike.
public final class ThreadStrays implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    for (ThreadFacts thread : situation.facts().threads().threads()) {
      if (thread.mask() instanceof Present<CpuSet>(_, var mask)
          && thread.stat() instanceof Present<ThreadStat>(_, var stat)) {
        var threadClass = ThreadClassifier.classify(thread.tid(), stat, mask);
        if (Residence.of(situation, mask, threadClass) == Residence.STRAY) {
          found.accept(finding(situation, thread, stat, mask, threadClass));
        }
      }
    }
  }

  private static Finding finding(
      Situation situation,
      ThreadFacts thread,
      ThreadStat stat,
      CpuSet mask,
      ThreadClass threadClass) {
    var reach = situation.reach(mask);
    var sighting = Sighting.of(situation, thread, stat, reach);
    var grade = sighting.grade();
    var cause = ThreadCauses.of(situation, thread, stat, mask, threadClass);
    boolean movable = stat.isMovable() && threadClass != ThreadClass.IRQ_THREAD;
    return new Finding(
        stat.isKernelThread() ? FindingCode.KTHREAD_STRAY : FindingCode.USER_STRAY,
        severity(grade, movable, threadClass, sighting.watched()),
        new Subject.OfThread(thread.tid(), stat.comm(), threadClass),
        Optional.of(situation.cut(mask)),
        reach,
        Optional.of(grade),
        Optional.of(cause),
        movable,
        ThreadCauses.sentence(cause, threadClass) + sighting.sentence(),
        ThreadRemedies.of(situation, threadClass, cause, stat.isMovable(), mask),
        List.of(thread.mask().source(), thread.stat().source()));
  }

  /// What nothing can move is no failure of whoever set the machine up, unless time was seen to be
  /// stolen. An unbound kworker and an IRQ thread count as mendable: their masks follow a setting.
  private static Severity severity(
      Grade grade, boolean movable, ThreadClass threadClass, boolean watched) {
    boolean mendable =
        movable
            || threadClass == ThreadClass.UNBOUND_KWORKER
            || threadClass == ThreadClass.IRQ_THREAD;
    return mendable || watched ? Situation.severityOf(grade) : Severity.WARNING;
  }
}
