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
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A kernel of 6.1 with `isolcpus=3`, on which CPU 2 becomes a partition: it gives every thread
/// 0-1,3, and with that CPU 3, which the plan had just taken from kthreadd and which process 1
/// never had.
class PartitionBesideIsolcpusTest {
  private static final Target INIT = new Target.OfThread(1, 3, "init");
  private static final Target WORKER = new Target.OfThread(9, 7, "kworker/u8:0");
  private static final Target CPUS = new Target.OfGroupCpus("/rt");
  private static final Target PARTITION = new Target.OfPartition("/rt");

  private static final List<Change> CHANGES =
      List.of(
          change(KTHREADD, "0-3", "0-1"),
          new Change(CPUS, Value.parse(""), Value.parse("2"), Optional.empty()),
          new Change(PARTITION, Value.of("member"), Value.of("isolated"), Optional.empty()));
  private static final List<Change> KEPT =
      List.of(
          change(INIT, "0-2", "0-2"),
          change(KHUNGTASKD, "0-3", "0-3"),
          change(WORKER, "0-2", "0-2"));

  @TempDir Path folder;
  private final PretendMachine machine = new PretendMachine();
  private Map<Target, Value> before = Map.of();

  @BeforeEach
  void boot() {
    machine.partition = CpuSet.of(2);
    machine
        .hold(KTHREADD, "0-3")
        .hold(INIT, "0-2")
        .hold(KHUNGTASKD, "0-3")
        .hold(WORKER, "0-2")
        .hold(CPUS, "")
        .hold(PARTITION, "member");
    machine.answers.put(WORKER, new Answer.Refused("EINVAL", "PF_NO_SETAFFINITY", true));
    before = Map.copyOf(machine.held);
    resetTo("0-1,3");
  }

  private void resetTo(String mask) {
    var value = Value.parse(mask);
    machine.consequences.put(
        PARTITION, Map.of(KTHREADD, value, INIT, value, KHUNGTASKD, value, WORKER, value));
  }

  private List<Result> apply() throws IOException {
    try (var journal = Journal.open(folder, machine.bootId())) {
      return new Actor(machine, journal).apply(CHANGES, KEPT, _ -> {});
    }
  }

  private List<Result> undo() throws IOException {
    try (var journal = Journal.open(folder, machine.bootId())) {
      return new Undoer(machine, journal).undo(_ -> {});
    }
  }

  /// What is left of the worker's mask is the kernel's doing.
  private Map<Target, Value> expected(String worker) {
    var expected = new java.util.HashMap<>(before);
    expected.put(WORKER, Value.parse(worker));
    return expected;
  }

  @Test
  void masksThatTheKernelMadeReachIsolatedCpusAreSetAgain() throws IOException {
    var results = apply();

    assertThat(machine.value(KTHREADD)).isEqualTo("0-1");
    assertThat(machine.value(INIT)).as("what it had, without the partition").isEqualTo("0-1");
    assertThat(machine.value(KHUNGTASKD)).as("it reached CPU 3 before").isEqualTo("0-1,3");
    assertThat(results).hasSize(CHANGES.size() + 3);
    assertThat(results).noneMatch(result -> result.outcome().failed());
  }

  @Test
  void undoGivesBackWhatWasThereAndSaysWhatNobodyCanSet() throws IOException {
    apply();
    resetTo("0-3");
    var results = undo();

    assertThat(machine.held).isEqualTo(expected("0-3"));
    assertThat(results).noneMatch(result -> result.outcome().failed());
    assertThat(results)
        .filteredOn(result -> result.outcome() instanceof Outcome.Refused)
        .singleElement()
        .satisfies(result ->
            assertThat(result.outcome().remark())
                .contains("it had 0-2, the kernel gave it 0-3 as the partition came or went"));
    assertThat(undo()).as("nobody ever can, so it is not tried again").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void whereverApplyIsKilledUndoGivesBackWhatWasThere(int steps) throws IOException {
    machine.stepsToLive = steps;
    try {
      apply();
    } catch (PretendMachine.Killed e) {
      assertThat(machine.stepsToLive).isNegative();
    }
    machine.stepsToLive = Integer.MAX_VALUE;
    boolean wasReset = !machine.value(WORKER).equals("0-2");
    resetTo("0-3");

    assertThat(undo()).noneMatch(result -> result.outcome().failed());
    assertThat(machine.held).isEqualTo(expected(wasReset ? "0-3" : "0-2"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
  void whereverUndoIsKilledTheNextOneFinishesIt(int steps) throws IOException {
    apply();
    resetTo("0-3");
    machine.stepsToLive = steps;
    try {
      undo();
    } catch (PretendMachine.Killed e) {
      assertThat(machine.stepsToLive).isNegative();
    }
    machine.stepsToLive = Integer.MAX_VALUE;

    assertThat(undo()).noneMatch(result -> result.outcome().failed());
    assertThat(machine.held).isEqualTo(expected("0-3"));
  }
}
