package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts.Partition;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// cgroup v2 partitions that were asked for and are not in force.
public final class Partitions implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    for (Partition partition : situation.machine().cgroups().partitions()) {
      partition
          .state()
          .toOptional()
          .filter(state -> state.contains("invalid"))
          .ifPresent(state -> found.accept(finding(partition, state)));
    }
  }

  private static Finding finding(Partition partition, String state) {
    return new Finding(
        FindingCode.PARTITION_INVALID,
        Severity.ERROR,
        new Subject.OfPartition(partition.path()),
        Optional.empty(),
        partition.cpus().toOptional().orElse(CpuSet.empty()),
        Optional.empty(),
        Optional.empty(),
        true,
        "The partition isolates nothing; the kernel says: " + state + ".",
        Remedy.nowOnly(
            "mend what the kernel names, then write isolated to "
                + partition.state().source()
                + " again",
            "the state lasts as long as the cgroup does"),
        List.of(partition.state().source()));
  }
}
