package org.isolctl.model.judge.detect;

import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Residence;
import org.isolctl.model.judge.SeenThread;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;

/// Threads whose mask reaches isolated CPUs though nothing says that they belong there, kernel and
/// user threads alike.
public final class ThreadStrays implements Detector {
  private static final String LEFT_BEHIND =
      "The mask of unbound workqueues is right, but this worker has another: on 6.1 those of"
          + " ordered workqueues keep the mask that they were made with, and a partition that comes"
          + " or goes resets those that are there.";

  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    for (SeenThread thread : situation.threads()) {
      if (thread.residence() == Residence.STRAY) {
        found.accept(finding(situation, thread));
      }
    }
  }

  private static Finding finding(Situation situation, SeenThread thread) {
    var sighting = Sighting.of(situation, thread);
    var cause = ThreadCauses.of(situation, thread);
    return new Finding(
        thread.isKernelThread() ? FindingCode.KTHREAD_STRAY : FindingCode.USER_STRAY,
        severity(situation, thread, sighting),
        new Subject.OfThread(thread.tid(), thread.comm(), thread.threadClass()),
        Optional.of(situation.cut(thread.mask())),
        situation.reach(thread.mask()),
        Optional.of(sighting.grade()),
        Optional.of(cause),
        thread.movable().orElse(true),
        (isLeftBehind(situation, thread)
                ? LEFT_BEHIND
                : ThreadCauses.sentence(cause, thread.threadClass()))
            + steering(situation, thread)
            + sighting.sentence(),
        ThreadRemedies.of(situation, thread, cause),
        thread.readings());
  }

  private static String steering(Situation situation, SeenThread thread) {
    if (thread.threadClass() != ThreadClass.KTHREADD) {
      return "";
    }
    return situation.outlook().childrenInherit()
        ? " Kernel threads made from now on inherit a mask that is set on it."
        : " This kernel does not let new threads inherit a mask that is set on it.";
  }

  /// Whether it is a worker that does not follow the mask of unbound workqueues, which is right.
  static boolean isLeftBehind(Situation situation, SeenThread thread) {
    return thread.threadClass() == ThreadClass.UNBOUND_KWORKER
        && situation
            .machine()
            .workqueues()
            .global()
            .toOptional()
            .filter(mask -> !mask.intersects(situation.isolated()))
            .isPresent();
  }

  /// What nothing can move is no failure of whoever set the machine up, unless time was seen to be
  /// stolen. An unbound kworker and an IRQ thread count as mendable: their masks follow a setting.
  /// So does a thread whose flags are not known, until the attempt shows it.
  private static Severity severity(Situation situation, SeenThread thread, Sighting sighting) {
    boolean mendable =
        thread.movable().orElse(true)
            || (thread.threadClass() == ThreadClass.UNBOUND_KWORKER
                && !isLeftBehind(situation, thread))
            || thread.threadClass() == ThreadClass.IRQ_THREAD;
    return mendable || sighting.watched()
        ? Situation.severityOf(sighting.grade())
        : Severity.WARNING;
  }
}
