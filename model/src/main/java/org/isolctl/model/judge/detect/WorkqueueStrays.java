package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.WorkqueueFacts.Workqueue;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Lasting;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// Masks of unbound workqueues that reach isolated CPUs: the global one, and a workqueue's own
/// where the global one lets it through.
public final class WorkqueueStrays implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    var workqueues = situation.machine().workqueues();
    var global = workqueues.global().toOptional();
    global
        .filter(mask -> mask.intersects(situation.isolated()))
        .ifPresent(mask -> found.accept(finding(situation, "*", mask, workqueues.global())));
    for (Workqueue workqueue : workqueues.named()) {
      workqueue
          .unbound()
          .toOptional()
          // A mask of all CPUs is the default and says nothing beyond the global one.
          .filter(mask -> !situation.housekeeping().isSubsetOf(mask) || global.isEmpty())
          .map(mask -> global.map(mask::intersect).orElse(mask))
          .filter(mask -> mask.intersects(situation.isolated()))
          .ifPresent(mask ->
              found.accept(finding(situation, workqueue.name(), mask, workqueue.unbound())));
    }
  }

  private static Finding finding(
      Situation situation, String name, CpuSet mask, Reading<CpuSet> reading) {
    var reach = situation.reach(mask);
    var grade = situation.gradeOfReach(reach);
    return new Finding(
        FindingCode.WORKQUEUE_STRAY,
        Situation.severityOf(grade),
        new Subject.OfWorkqueue(name),
        Optional.of(situation.cut(mask)),
        reach,
        Optional.of(grade),
        Optional.of(Cause.WORKQUEUE_MASK),
        true,
        name.equals("*")
            ? "Work of every unbound workqueue is allowed on isolated CPUs."
            : "Work of this workqueue is allowed on isolated CPUs.",
        new Remedy(
            Optional.of("write " + situation.housekeepingMask() + " to " + reading.source()),
            situation.outlook().lastingForWorkqueues().map(Lasting::text),
            situation.outlook().lastingForWorkqueues().isPresent()
                ? Optional.empty()
                : Optional.of("what this kernel does by itself is not known")),
        List.of(reading.source()));
  }
}
