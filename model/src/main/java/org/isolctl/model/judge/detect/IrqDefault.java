package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// The mask for interrupts that are set up later. It moves nothing by itself, hence a warning.
public final class IrqDefault implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    var reading = situation.machine().irqs().defaultMask();
    reading
        .toOptional()
        .filter(mask -> mask.intersects(situation.isolated()))
        .ifPresent(mask ->
            found.accept(
                new Finding(
                    FindingCode.IRQ_DEFAULT_REACHES,
                    Severity.WARNING,
                    new Subject.OfSetting(reading.source()),
                    Optional.of(situation.cut(mask)),
                    situation.reach(mask),
                    Optional.empty(),
                    Optional.of(Cause.IRQ_MASK),
                    true,
                    "An interrupt that is set up from now on may go to isolated CPUs.",
                    Remedy.of(
                        "write " + situation.housekeepingMask() + " to " + reading.source(),
                        "irqaffinity=" + situation.housekeeping() + " on the boot line"),
                    List.of(reading.source()))));
  }
}
