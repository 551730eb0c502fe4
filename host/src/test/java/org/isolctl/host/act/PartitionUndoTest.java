package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.host.act.Changes.KHUNGTASKD;
import static org.isolctl.host.act.Changes.KTHREADD;
import static org.isolctl.host.act.Changes.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kernel that gives every thread 0-1 when a partition comes, and 0-3 when it goes; kthreadd is
/// planned for, khungtaskd is not and has a mask of its own, which apply gives it again.
class PartitionUndoTest {
  private static final Target PARTITION = new Target.OfPartition("/rt");
  private static final Change KEPT = change(KHUNGTASKD, "1", "1");

  @TempDir Path folder;
  private final PretendMachine machine = new PretendMachine();

  @BeforeEach
  void makeThePartition() throws IOException {
    machine.hold(KTHREADD, "0-3").hold(KHUNGTASKD, "1").hold(PARTITION, "member");
    resetTo("0-1");
    try (var journal = Journal.open(folder, machine.bootId())) {
      var partition =
          new Change(PARTITION, Value.of("member"), Value.of("isolated"), Optional.empty());
      var results =
          new Actor(machine, journal)
              .apply(List.of(change(KTHREADD, "0-3", "0-1"), partition), List.of(KEPT), _ -> {});
      assertThat(results).hasSize(3);
    }
    assertThat(machine.value(KHUNGTASKD)).isEqualTo("1");
    resetTo("0-3");
  }

  private void resetTo(String mask) {
    var value = Value.parse(mask);
    machine.consequences.put(PARTITION, Map.of(KTHREADD, value, KHUNGTASKD, value));
  }

  private List<String> undo() throws IOException {
    try (var journal = Journal.open(folder, machine.bootId())) {
      return new Undoer(machine, journal)
          .undo(_ -> {}).stream().map(Result::outcome).map(Outcome::label).toList();
    }
  }

  @Test
  void aMaskThatNoPlanNamedIsGivenBackToo() throws IOException {
    assertThat(undo()).containsExactly("written", "written", "already-so", "written");
    assertThat(machine.value(KHUNGTASKD)).isEqualTo("1");
    assertThat(machine.value(KTHREADD)).isEqualTo("0-3");
    assertThat(undo()).isEmpty();
  }

  @Test
  void aMaskThatSomebodySetMeanwhileOutlivesThePartition() throws IOException {
    machine.hold(KHUNGTASKD, "0");

    assertThat(undo()).contains("changed-since");
    assertThat(machine.value(KHUNGTASKD)).isEqualTo("0");
  }

  @Test
  void anUndoThatWasKilledOnceThePartitionWasGoneIsFinishedByTheNext() throws IOException {
    machine.stepsToLive = 3;
    try {
      undo();
    } catch (PretendMachine.Killed e) {
      machine.stepsToLive = Integer.MAX_VALUE;
    }
    assertThat(machine.value(PARTITION)).isEqualTo("member");
    undo();

    assertThat(machine.value(KHUNGTASKD)).isEqualTo("1");
    assertThat(machine.value(KTHREADD)).isEqualTo("0-3");
  }

  @Test
  void aThreadThatEndedMeanwhileIsNoTrouble() throws IOException {
    machine.held.remove(KHUNGTASKD);
    machine.consequences.clear();

    assertThat(undo()).doesNotContain("refused", "changed-since");
  }
}
