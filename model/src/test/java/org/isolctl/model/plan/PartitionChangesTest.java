package org.isolctl.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionChangesTest {
  @Test
  void theGroupIsMadeThenGivenItsCpusThenIsolated() {
    assertThat(PartitionChanges.of("rt", CpuSet.range(2, 3)))
        .extracting(
            change -> TargetText.print(change.target()) + " " + change.to().text(), Change::reason)
        .containsExactly(
            tuple("cpuset-controller / on", "requested"),
            tuple("group /rt present", "requested"),
            tuple("group-cpus /rt 2-3", "requested"),
            tuple("partition /rt isolated", "requested"));
  }

  @Test
  void whereSystemdOwnsTheGroupsItMakesASliceForThem() {
    assertThat(PartitionChanges.underSystemd("rt", CpuSet.range(2, 3)))
        .extracting(change -> TargetText.print(change.target()) + " " + change.to().text())
        .containsExactly("slice rt 2-3", "partition /rt.slice isolated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", "a-b", "a b"})
  void aNameThatIsNoneOfASliceBelowTheRootIsRefused(String name) {
    assertThatThrownBy(() -> PartitionChanges.underSystemd(name, CpuSet.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a/b", ".hidden", "a b", "cgroup.procs", "-x"})
  void aNameThatIsNoneOfAGroupIsRefused(String name) {
    assertThatThrownBy(() -> PartitionChanges.of(name, CpuSet.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
