package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// Isolated CPUs whose scheduler tick never stops while a task runs there.
public final class Ticks implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    var reading = situation.machine().cpus().nohzFull();
    // The file is missing on a kernel without the option, and that is an answer too. A reading that
    // was denied or makes no sense is a gap instead.
    if (!(reading instanceof Reading.Present || reading instanceof Reading.Absent)) {
      return;
    }
    var ticking = situation.isolated().minus(reading.toOptional().orElse(CpuSet.empty()));
    if (ticking.isEmpty()) {
      return;
    }
    found.accept(
        new Finding(
            FindingCode.TICK_NOT_STOPPED,
            Severity.WARNING,
            new Subject.OfCpus(ticking),
            Optional.empty(),
            ticking,
            Optional.empty(),
            Optional.empty(),
            false,
            "The tick interrupts a task on CPU "
                + ticking
                + " 100 to 1000 times a second, alone as it may be there.",
            remedy(situation, ticking),
            List.of(reading.source())));
  }

  private static Remedy remedy(Situation situation, CpuSet ticking) {
    var why = "the tick of a running kernel cannot be switched off";
    boolean lacking =
        situation.machine().kernel().config() instanceof Reading.Present<Map<String, String>> config
            && !"y".equals(config.value().get("NO_HZ_FULL"));
    return lacking
        ? Remedy.lastingOnly("a kernel built with CONFIG_NO_HZ_FULL=y, which this one is not", why)
        : Remedy.lastingOnly("nohz_full=" + ticking + " on the boot line", why);
  }
}
