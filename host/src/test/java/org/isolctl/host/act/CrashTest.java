package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.host.act.Changes.ETH0;
import static org.isolctl.host.act.Changes.KHUNGTASKD;
import static org.isolctl.host.act.Changes.KTHREADD;
import static org.isolctl.host.act.Changes.WORKQUEUES;
import static org.isolctl.host.act.Changes.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashTest {
  private static final List<Change> PLAN =
      List.of(
          change(KTHREADD, "0-3", "0-1"),
          change(WORKQUEUES, "0-3", "0-1"),
          change(KHUNGTASKD, "1-2", "1"),
          change(ETH0, "2-3", "0-1"));

  @TempDir Path folder;

  private static PretendMachine machine() {
    var machine =
        new PretendMachine()
            .hold(KTHREADD, "0-3")
            .hold(WORKQUEUES, "0-3")
            .hold(KHUNGTASKD, "1-2")
            .hold(ETH0, "2-3");
    machine.bends.put(WORKQUEUES, Value.parse("1"));
    return machine;
  }

  private void applyUntilKilled(PretendMachine machine) throws IOException {
    try (var journal = Journal.open(folder, machine.bootId())) {
      new Actor(machine, journal).apply(PLAN, _ -> {});
    } catch (PretendMachine.Killed e) {
      // The lock goes with the process; everything else stays as it was at that moment.
      assertThat(machine.stepsToLive).isNegative();
    }
  }

  private void undoUntilKilled(PretendMachine machine) throws IOException {
    try (var journal = Journal.open(folder, machine.bootId())) {
      new Undoer(machine, journal).undo(_ -> {});
    } catch (PretendMachine.Killed e) {
      assertThat(machine.stepsToLive).isNegative();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void undoGivesTheFormerValuesWhereverApplyWasKilled(int steps) throws IOException {
    var machine = machine();
    Map<Target, Value> before = Map.copyOf(machine.held);
    machine.stepsToLive = steps;
    applyUntilKilled(machine);

    machine.stepsToLive = Integer.MAX_VALUE;
    machine.bends.clear();
    undoUntilKilled(machine);

    assertThat(machine.held).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void undoMayBeKilledAnywhereAndBegunAgain(int steps) throws IOException {
    var machine = machine();
    Map<Target, Value> before = Map.copyOf(machine.held);
    applyUntilKilled(machine);
    machine.bends.clear();

    machine.stepsToLive = steps;
    undoUntilKilled(machine);
    machine.stepsToLive = Integer.MAX_VALUE;
    undoUntilKilled(machine);

    assertThat(machine.held).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 11})
  void aLineThatWasCutOffIsPassedOver(int cut) throws IOException {
    var machine = machine();
    Map<Target, Value> before = Map.copyOf(machine.held);
    applyUntilKilled(machine);
    var file = folder.resolve("journal");
    var bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - cut));

    machine.bends.clear();
    undoUntilKilled(machine);

    assertThat(machine.held).isEqualTo(before);
    assertThat(Files.readString(file)).endsWith("\n").contains("taken-back\t1\n");
  }
}
