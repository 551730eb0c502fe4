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
import java.util.ArrayList;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorTest {
  @TempDir Path folder;
  private final PretendMachine machine = new PretendMachine();

  private List<Outcome> apply(Change... changes) throws IOException {
    try (var journal = Journal.open(folder, machine.bootId())) {
      return new Actor(machine, journal)
          .apply(List.of(changes), _ -> {}).stream().map(Result::outcome).toList();
    }
  }

  private List<Outcome> undo() throws IOException {
    try (var journal = Journal.open(folder, machine.bootId())) {
      return new Undoer(machine, journal).undo(_ -> {}).stream().map(Result::outcome).toList();
    }
  }

  private Outcome applyOne(Change change) throws IOException {
    return apply(change).getFirst();
  }

  @Test
  void everyResultIsToldAsItComes() throws IOException {
    machine.hold(KTHREADD, "0-3");
    var told = new ArrayList<String>();
    try (var journal = Journal.open(folder, machine.bootId())) {
      new Actor(machine, journal)
          .apply(
              List.of(change(KTHREADD, "0-3", "0-1"), change(ETH0, "0-3", "0-1")),
              result -> told.add(result.outcome().label() + " " + machine.value(KTHREADD)));
    }
    assertThat(told).containsExactly("written 0-1", "gone 0-1");
  }

  @Test
  void aChangeIsWrittenAndTakenBackExactly() throws IOException {
    machine.hold(KTHREADD, "0-3").hold(WORKQUEUES, "0-2");

    assertThat(apply(change(KTHREADD, "0-3", "0-1"), change(WORKQUEUES, "0-2", "0-1")))
        .hasOnlyElementsOfType(Outcome.Written.class);
    assertThat(machine.value(KTHREADD)).isEqualTo("0-1");
    assertThat(machine.value(WORKQUEUES)).isEqualTo("0-1");

    assertThat(undo()).hasOnlyElementsOfType(Outcome.Written.class);
    assertThat(machine.value(KTHREADD)).isEqualTo("0-3");
    assertThat(machine.value(WORKQUEUES)).isEqualTo("0-2");
    assertThat(undo()).isEmpty();
  }

  @Test
  void whatHoldsTheWantedValueAlreadyIsNotWrittenAndLeavesNoJournal() throws IOException {
    machine.hold(KTHREADD, "0-1");

    assertThat(applyOne(change(KTHREADD, "0-3", "0-1"))).isEqualTo(new Outcome.AlreadySo());
    assertThat(machine.writes).isZero();
    assertThat(folder.resolve("journal")).doesNotExist();
  }

  @Test
  void whatHasChangedSinceThePlanIsRefused() throws IOException {
    machine.hold(KTHREADD, "0-2");

    assertThat(applyOne(change(KTHREADD, "0-3", "0-1")))
        .isEqualTo(new Outcome.ChangedSince(Value.parse("0-2")));
    assertThat(machine.value(KTHREADD)).isEqualTo("0-2");
    assertThat(machine.writes).isZero();
  }

  /// irqbalance has done part of the work, or all of it, or has put it where it may not be.
  @ParameterizedTest
  @CsvSource({"'0,2', '0'", "'2', '0-1'", "'0', '0'"})
  void anInterruptThatSomebodyNarrowedMeanwhileLosesTheCpusAllTheSame(String now, String then)
      throws IOException {
    machine.hold(ETH0, now);

    applyOne(change(ETH0, "0-3", "0-1"));

    assertThat(machine.value(ETH0)).isEqualTo(then);
  }

  @Test
  void anInterruptThatReachesOtherCpusThanThePlanSawIsRefused() throws IOException {
    machine.hold(ETH0, "1-3");

    assertThat(applyOne(change(ETH0, "0-2", "0-1")))
        .isEqualTo(new Outcome.ChangedSince(Value.parse("1-3")));
  }

  @Test
  void aThreadThatHasEndedIsNoFailure() throws IOException {
    var outcome = applyOne(change(KHUNGTASKD, "0-3", "0-1"));

    assertThat(outcome).isEqualTo(new Outcome.Gone());
    assertThat(outcome.failed()).isFalse();
  }

  @Test
  void cpusThatAreOfflineStayInTheMaskAndComeBackWithIt() throws IOException {
    machine.online = CpuSet.parseList("0-3");
    machine.hold(KHUNGTASKD, "0-127");

    assertThat(applyOne(change(KHUNGTASKD, "0-3", "0-1"))).isEqualTo(new Outcome.Written());
    assertThat(machine.value(KHUNGTASKD)).isEqualTo("0-1,4-127");

    assertThat(undo()).containsExactly(new Outcome.Written());
    assertThat(machine.value(KHUNGTASKD)).isEqualTo("0-127");
  }

  @Test
  void aMaskThatTheKernelMakesSmallerIsToldAndStillTakenBack() throws IOException {
    machine.hold(KHUNGTASKD, "0-3");
    machine.bends.put(KHUNGTASKD, Value.parse("0"));

    var outcome = applyOne(change(KHUNGTASKD, "0-3", "0-1"));
    assertThat(outcome).isEqualTo(new Outcome.Bent(Value.parse("0"), true));
    assertThat(outcome.failed()).isFalse();

    machine.bends.clear();
    assertThat(undo()).containsExactly(new Outcome.Written());
    assertThat(machine.value(KHUNGTASKD)).isEqualTo("0-3");
  }

  @Test
  void aMaskThatTheKernelDoesNotTakeIsAFailure() throws IOException {
    machine.hold(KHUNGTASKD, "0-3");
    machine.bends.put(KHUNGTASKD, Value.parse("0-3"));

    assertThat(applyOne(change(KHUNGTASKD, "0-3", "0-1")).failed()).isTrue();
  }

  @Test
  void anInterruptThatStillGoesElsewhereIsPending() throws IOException {
    machine.hold(ETH0, "0-3");
    machine.inEffect.put(ETH0, CpuSet.of(2));
    assertThat(applyOne(change(ETH0, "0-3", "0-1"))).isEqualTo(new Outcome.Pending(CpuSet.of(2)));

    machine.inEffect.put(ETH0, CpuSet.of(1));
    machine.hold(ETH0, "0-3");
    assertThat(applyOne(change(ETH0, "0-3", "0-1"))).isEqualTo(new Outcome.Written());
  }

  @Test
  void aRefusalStopsNothingElse() throws IOException {
    machine.hold(ETH0, "0-3").hold(KTHREADD, "0-3");
    machine.answers.put(ETH0, new Answer.Refused("EPERM", "managed", true));

    var outcomes = apply(change(ETH0, "0-3", "0-1"), change(KTHREADD, "0-3", "0-1"));

    assertThat(outcomes)
        .containsExactly(new Outcome.Refused("EPERM", "managed", true), new Outcome.Written());
    assertThat(outcomes.getFirst().failed()).isFalse();
    machine.answers.clear();
    assertThat(undo()).hasSize(1);
  }

  @Test
  void aJournalThatCannotBeWrittenStopsEverything() throws IOException {
    machine.hold(KTHREADD, "0-3").hold(WORKQUEUES, "0-3");
    try (var journal = Journal.open(folder, machine.bootId())) {
      // A folder where the journal shall lie: an error that no right of root lifts.
      Files.createDirectories(folder.resolve("journal/in-the-way"));
      Files.createDirectories(folder.resolve("journal.old/in-the-way"));

      var results =
          new Actor(machine, journal)
              .apply(
                  List.of(change(KTHREADD, "0-3", "0-1"), change(WORKQUEUES, "0-3", "0-1")),
                  _ -> {});

      assertThat(results).hasSize(2);
      assertThat(results)
          .allSatisfy(result -> assertThat(result.outcome().remark()).contains("journal"));
      assertThat(results).allMatch(result -> result.outcome().failed());
    }
    assertThat(machine.writes).isZero();
  }

  @Test
  void undoLeavesAloneWhatSomebodyElseHasChangedSinceAndForgetsIt() throws IOException {
    machine.hold(KTHREADD, "0-3").hold(WORKQUEUES, "0-3");
    apply(change(KTHREADD, "0-3", "0-1"), change(WORKQUEUES, "0-3", "0-1"));
    machine.hold(WORKQUEUES, "2");

    assertThat(undo())
        .containsExactly(new Outcome.ChangedSince(Value.parse("2")), new Outcome.Written());
    assertThat(machine.value(WORKQUEUES)).isEqualTo("2");
    assertThat(undo()).isEmpty();
  }

  @Test
  void undoTriesAgainWhatWasRefused() throws IOException {
    machine.hold(KTHREADD, "0-3");
    apply(change(KTHREADD, "0-3", "0-1"));
    machine.answers.put(KTHREADD, new Answer.Refused("EPERM", "no right", false));
    assertThat(undo().getFirst().failed()).isTrue();

    machine.answers.clear();
    assertThat(undo()).containsExactly(new Outcome.Written());
    assertThat(machine.value(KTHREADD)).isEqualTo("0-3");
  }

  @Test
  void severalAppliesAreTakenBackAllTheWay() throws IOException {
    machine.hold(KTHREADD, "0-3").hold(WORKQUEUES, "0-3");
    apply(change(KTHREADD, "0-3", "0-1"));
    apply(change(WORKQUEUES, "0-3", "0-1"), change(KTHREADD, "0-1", "0"));

    assertThat(undo()).hasSize(3).hasOnlyElementsOfType(Outcome.Written.class);
    assertThat(machine.value(KTHREADD)).isEqualTo("0-3");
    assertThat(machine.value(WORKQUEUES)).isEqualTo("0-3");
  }

  @Test
  void aTargetThatWasSetBackByOthersAndAgainByUsComesBackToItsFirstValue() throws IOException {
    machine.hold(KTHREADD, "0-3");
    apply(change(KTHREADD, "0-3", "0-1"));
    machine.hold(KTHREADD, "0-3");
    apply(change(KTHREADD, "0-3", "0-1"));

    assertThat(undo()).containsExactly(new Outcome.Written(), new Outcome.AlreadySo());
    assertThat(machine.value(KTHREADD)).isEqualTo("0-3");
  }
}
