package org.isolctl.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
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

  private static ThreadFacts thread(int tid, int tgid, long flags, String mask) {
    var stat = new ThreadStat("t" + tid, 'S', 2, flags, 0, 7, 0, 0, 0);
    return new ThreadFacts(
        tid, tgid, Reading.present("mask", CpuSet.parseList(mask)), Reading.present("stat", stat));
  }

  private static Change planned(Target target) {
    return new Change(target, Value.parse("0-3"), Value.parse("0-1"), Optional.empty());
  }

  @Test
  void allMasksThatTheKernelMayResetAreKeptButThoseThatArePlanned() {
    long bound = ThreadStat.PF_KTHREAD | ThreadStat.PF_NO_SETAFFINITY;
    var threads =
        List.of(
            thread(2, 2, ThreadStat.PF_KTHREAD, "0-3"),
            thread(3, 3, bound, "0-3"),
            thread(4, 4, bound, "2"),
            thread(90, 90, 0, "1"),
            thread(91, 90, 0, "0-1"));

    var kept = PartitionChanges.kept(threads, List.of(planned(new Target.OfThread(2, 7, "t2"))));

    assertThat(kept)
        .extracting(change -> TargetText.print(change.target()) + " " + change.to().text())
        .containsExactly("thread 3 7 t3 0-3", "thread 90 7 t90 1", "thread 91 7 t91 0-1");
    assertThat(kept).allMatch(change -> change.from().equals(change.to()));
  }

  @Test
  void thePartitionComesAfterTheMasksAndBeforeTheWorkqueues() {
    var changes =
        PartitionChanges.after(
            List.of(
                planned(new Target.OfThread(2, 7, "kthreadd")),
                planned(new Target.OfWorkqueue("*")),
                planned(new Target.OfIrqDefault())),
            PartitionChanges.underSystemd("rt", CpuSet.of(3)));

    assertThat(changes)
        .extracting(change -> TargetText.print(change.target()))
        .containsExactly(
            "thread 2 7 kthreadd", "irq-default", "slice rt", "partition /rt.slice", "workqueue *");
    assertThat(PartitionChanges.cpus(changes)).isEqualTo(CpuSet.of(3));
    assertThat(PartitionChanges.cpus(PartitionChanges.of("rt", CpuSet.of(2))))
        .isEqualTo(CpuSet.of(2));
  }
}
