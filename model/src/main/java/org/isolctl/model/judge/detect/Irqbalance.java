package org.isolctl.model.judge.detect;

import java.util.List;
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

/// A running irqbalance that does not know of isolated CPUs moves interrupts onto them every ten
/// seconds. It finds out about `isolcpus=` and `nohz_full=` by itself, unless a ban list is
/// configured, which replaces what it finds; it never reads cgroup partitions (irqbalance 1.9.5).
public final class Irqbalance implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    var services = situation.machine().services();
    if (!(services.irqbalance() instanceof Reading.Present<Integer> running)) {
      return;
    }
    var cpus = situation.machine().cpus();
    var known =
        services
            .irqbalanceBanned()
            .toOptional()
            .orElseGet(() ->
                cpus.isolated()
                    .toOptional()
                    .orElse(CpuSet.empty())
                    .union(cpus.nohzFull().toOptional().orElse(CpuSet.empty())));
    var unknown = situation.isolated().minus(known);
    if (unknown.isEmpty()) {
      return;
    }
    found.accept(
        new Finding(
            FindingCode.IRQBALANCE_UNAWARE,
            Severity.ERROR,
            new Subject.OfSetting("irqbalance"),
            Optional.empty(),
            unknown,
            Optional.empty(),
            Optional.empty(),
            true,
            "irqbalance runs (process "
                + running.value()
                + ") and may move interrupts to CPU "
                + unknown
                + ", of whose isolation it does not know.",
            Remedy.of(
                "stop irqbalance, or set IRQBALANCE_BANNED_CPULIST="
                    + situation.isolated()
                    + " and restart it",
                "keep that line in its configuration: it replaces what irqbalance finds by itself"),
            List.of(running.source(), services.irqbalanceBanned().source())));
  }
}
