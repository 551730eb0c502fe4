package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CpuFacts.CpuSiblings;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// Isolated CPUs that share a core with a housekeeping CPU: its work slows them without ever
/// running on them.
public final class SharedCores implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    for (CpuSiblings core : situation.machine().cpus().smtSiblings()) {
      if (!situation.isolated().contains(core.cpu())) {
        continue;
      }
      var others =
          core.siblings().toOptional().orElse(CpuSet.empty()).intersect(situation.housekeeping());
      if (!others.isEmpty()) {
        found.accept(
            new Finding(
                FindingCode.SMT_SIBLING_SHARED,
                Severity.WARNING,
                new Subject.OfCpus(CpuSet.of(core.cpu())),
                Optional.empty(),
                CpuSet.of(core.cpu()),
                Optional.empty(),
                Optional.empty(),
                false,
                "CPU " + core.cpu() + " shares its core with housekeeping CPU " + others + ".",
                Remedy.of(
                    "take the sibling offline: write 0 to /sys/devices/system/cpu/cpu"
                        + others.first()
                        + "/online",
                    "isolate both siblings, or boot with nosmt"),
                List.of(core.siblings().source())));
      }
    }
  }
}
