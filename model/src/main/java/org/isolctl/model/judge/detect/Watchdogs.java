package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// The lockup watchdog on isolated CPUs: a timer every few seconds and a performance counter.
public final class Watchdogs implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    var watchdog = situation.machine().watchdog();
    var mask = watchdog.cpus().toOptional();
    if (!watchdog.enabled().toOptional().orElse(false)
        || mask.isEmpty()
        || !mask.get().intersects(situation.isolated())) {
      return;
    }
    found.accept(
        new Finding(
            FindingCode.WATCHDOG_REACHES,
            Severity.WARNING,
            new Subject.OfSetting(watchdog.cpus().source()),
            Optional.of(situation.cut(mask.get())),
            situation.reach(mask.get()),
            Optional.empty(),
            Optional.empty(),
            true,
            "The lockup watchdog's timer fires on isolated CPUs every few seconds.",
            Remedy.of(
                "write " + situation.housekeeping() + " to " + watchdog.cpus().source(),
                "kernel.watchdog_cpumask="
                    + situation.housekeeping()
                    + " in /etc/sysctl.d, or nohz_full=, which leaves its CPUs out"),
            List.of(watchdog.enabled().source(), watchdog.cpus().source())));
  }
}
