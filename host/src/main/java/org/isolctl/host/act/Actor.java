package org.isolctl.host.act;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.PartitionChanges;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// Makes changes: looks whether the machine is still as the plan saw it, writes down what it will
/// do, does it, looks again. Threads go in batches, so that what is about to be done to many of
/// them is seen onto the disk at once; everything else goes one by one.
public final class Actor {
  private final Machine machine;
  private final Journal journal;
  private Optional<String> broken = Optional.empty();

  public Actor(Machine machine, Journal journal) {
    this.machine = machine;
    this.journal = journal;
  }

  /// Makes the changes of a plan, in its order. One that fails stops none of the others, as each
  /// stands for itself; a journal that cannot be written stops them all.
  ///
  /// @param told of each result as it comes
  public List<Result> apply(List<Change> changes, Consumer<Result> told) {
    var results = new ArrayList<Result>();
    for (List<Change> batch : Batches.of(changes, Change::target)) {
      var outcomes = attempt(batch);
      for (int i = 0; i < batch.size(); i++) {
        var result = new Result(batch.get(i), outcomes.get(i));
        results.add(result);
        told.accept(result);
      }
    }
    return results;
  }

  /// Makes changes in the course of which the kernel resets masks that nobody asked it to: those
  /// are written down first, so that undo can give them back, and again afterwards, so that it can
  /// tell what the kernel did from what somebody does later. Where a reset gave a thread more than
  /// it had, that is taken away again.
  ///
  /// @param kept what may be reset, each with what it holds now as both ends of its change
  /// @return a result for each change, and one for each that mends a reset
  public List<Result> apply(List<Change> changes, List<Change> kept, Consumer<Result> told) {
    if (kept.isEmpty()) {
      return apply(changes, told);
    }
    var entries = intend(kept);
    var results = new ArrayList<>(apply(changes, told));
    noteWhatTheyHold(entries);
    var masks = Stream.concat(changes.stream(), kept.stream()).filter(Actor::isOfThread).toList();
    var looks = machine.look(masks.stream().map(Change::target).toList());
    var mended = Reset.now(machine).mend(masks, looks, PartitionChanges.cpus(changes));
    results.addAll(apply(mended, told));
    return results;
  }

  private static boolean isOfThread(Change change) {
    return change.target() instanceof Target.OfThread;
  }

  private void noteWhatTheyHold(List<Entry> entries) {
    var looks = machine.look(entries.stream().map(entry -> entry.change().target()).toList());
    var lines = new ArrayList<JournalLine>();
    for (int i = 0; i < looks.size(); i++) {
      int number = entries.get(i).number();
      lines.add(
          switch (looks.get(i)) {
            case Look.Holds(var now, _) -> new JournalLine.Made(number, now);
            case Look.Gone(), Look.Unreadable _ -> new JournalLine.NotMade(number);
          });
    }
    note(lines);
  }

  private List<Outcome> attempt(List<Change> batch) {
    if (broken.isPresent()) {
      return batch.stream().<Outcome>map(_ -> new Outcome.NotTried(broken.get())).toList();
    }
    var comparison = new Comparison(machine.online());
    var looks = machine.look(batch.stream().map(Change::target).toList());
    var steps = new ArrayList<Step>();
    for (int i = 0; i < looks.size(); i++) {
      steps.add(Step.of(batch.get(i), looks.get(i), comparison));
    }
    return take(steps, comparison);
  }

  private List<Outcome> take(List<Step> steps, Comparison comparison) {
    var due =
        steps.stream().filter(Step.Due.class::isInstance).map(step -> ((Step.Due) step).exact());
    var entries = intend(due.toList()).iterator();
    var lines = new ArrayList<JournalLine>();
    var outcomes = new ArrayList<Outcome>();
    for (Step step : steps) {
      outcomes.add(
          switch (step) {
            case Step.Over(var outcome) -> outcome;
            case Step.Due(var exact) ->
                broken.isPresent()
                    ? new Outcome.NotTried(broken.get())
                    : write(exact, entries.next().number(), comparison, lines);
          });
    }
    note(lines);
    return outcomes;
  }

  private Outcome write(Change exact, int number, Comparison comparison, List<JournalLine> lines) {
    return switch (machine.set(exact.target(), exact.to())) {
      case Answer.Gone() -> {
        lines.add(new JournalLine.NotMade(number));
        yield new Outcome.Gone();
      }
      case Answer.Refused(var error, var why, var byDesign) -> {
        lines.add(new JournalLine.NotMade(number));
        yield new Outcome.Refused(error, why, byDesign);
      }
      case Answer.Done() -> verify(exact, number, comparison, lines);
    };
  }

  private Outcome verify(Change exact, int number, Comparison comparison, List<JournalLine> lines) {
    return switch (machine.lookAgain(exact.target())) {
      case Look.Gone() -> {
        lines.add(new JournalLine.NotMade(number));
        yield new Outcome.Gone();
      }
      case Look.Unreadable(var why) ->
          new Outcome.Refused("unreadable", "it was written, but then " + why, false);
      case Look.Holds(var now, var inEffect) -> {
        lines.add(new JournalLine.Made(number, now));
        if (!comparison.same(now, exact.to())) {
          yield new Outcome.Bent(now, comparison.within(now, exact.to()));
        }
        yield inEffect
            .filter(cpus -> !cpus.isEmpty() && !comparison.within(Value.of(cpus), exact.to()))
            .<Outcome>map(Outcome.Pending::new)
            .orElseGet(Outcome.Written::new);
      }
    };
  }

  /// @return nothing where there is nothing to intend, or where the journal cannot be written
  private List<Entry> intend(List<Change> changes) {
    try {
      return changes.isEmpty() ? List.of() : journal.intend(changes);
    } catch (IOException e) {
      breakOff(e);
      return List.of();
    }
  }

  /// What is noted after a change only makes taking it back surer: the change stands in the journal
  /// already. But no other may follow.
  private void note(List<JournalLine> lines) {
    try {
      journal.note(lines);
    } catch (IOException e) {
      breakOff(e);
    }
  }

  private void breakOff(IOException e) {
    broken = Optional.of("the journal " + journal.file() + " cannot be written: " + e.getMessage());
  }

  /// What is to be done about one change.
  private sealed interface Step {
    /// Nothing, and why.
    record Over(Outcome outcome) implements Step {}

    /// This, which differs from what the plan says in CPUs that are offline.
    record Due(Change exact) implements Step {}

    static Step of(Change change, Look look, Comparison comparison) {
      return switch (look) {
        case Look.Gone() -> new Over(new Outcome.Gone());
        case Look.Unreadable(var why) -> new Over(new Outcome.Refused("unreadable", why, false));
        case Look.Holds(var now, _) -> {
          var exact = comparison.exact(change, now);
          if (now.equals(exact)) {
            yield new Over(new Outcome.AlreadySo());
          }
          yield comparison.fits(change, now)
              ? new Due(new Change(change.target(), now, exact, change.because()))
              : new Over(new Outcome.ChangedSince(now));
        }
      };
    }
  }
}
