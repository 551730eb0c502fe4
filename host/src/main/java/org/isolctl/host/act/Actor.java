package org.isolctl.host.act;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Value;

/// Makes changes, one after the other: looks whether the machine is still as the plan saw it,
/// writes down what it will do, does it, looks again.
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
    for (Change change : changes) {
      var result = new Result(change, attempt(change));
      results.add(result);
      told.accept(result);
    }
    return results;
  }

  /// Makes changes in the course of which the kernel resets masks that nobody asked it to: those
  /// are written down first, so that undo can give them back, and again afterwards, so that it can
  /// tell what the kernel did from what somebody does later.
  ///
  /// @param kept what may be reset, each with what it holds now as both ends of its change
  public List<Result> apply(List<Change> changes, List<Change> kept, Consumer<Result> told) {
    var entries = intend(kept);
    var results = apply(changes, told);
    for (Entry entry : entries) {
      switch (machine.look(entry.change().target())) {
        case Look.Holds(var now, _) -> note(() -> journal.made(entry, now));
        case Look.Gone(), Look.Unreadable _ -> note(() -> journal.notMade(entry));
      }
    }
    return results;
  }

  private List<Entry> intend(List<Change> kept) {
    try {
      return kept.isEmpty() ? List.of() : journal.intend(kept);
    } catch (IOException e) {
      breakOff(e);
      return List.of();
    }
  }

  private Outcome attempt(Change change) {
    return broken.<Outcome>map(Outcome.NotTried::new).orElseGet(() -> make(change));
  }

  private Outcome make(Change change) {
    return switch (machine.look(change.target())) {
      case Look.Gone() -> new Outcome.Gone();
      case Look.Unreadable(var why) -> new Outcome.Refused("unreadable", why, false);
      case Look.Holds(var now, _) -> {
        var comparison = new Comparison(machine.online());
        var exact = comparison.exact(change, now);
        if (now.equals(exact)) {
          yield new Outcome.AlreadySo();
        }
        if (!comparison.same(now, change.from())) {
          yield new Outcome.ChangedSince(now);
        }
        yield write(new Change(change.target(), now, exact, change.because()), comparison);
      }
    };
  }

  private Outcome write(Change exact, Comparison comparison) {
    Entry entry;
    try {
      entry = journal.intend(exact);
    } catch (IOException e) {
      return new Outcome.NotTried(breakOff(e));
    }
    return switch (machine.set(exact.target(), exact.to())) {
      case Answer.Gone() -> {
        note(() -> journal.notMade(entry));
        yield new Outcome.Gone();
      }
      case Answer.Refused(var error, var why, var byDesign) -> {
        note(() -> journal.notMade(entry));
        yield new Outcome.Refused(error, why, byDesign);
      }
      case Answer.Done() -> verify(exact, entry, comparison);
    };
  }

  private Outcome verify(Change exact, Entry entry, Comparison comparison) {
    return switch (machine.look(exact.target())) {
      case Look.Gone() -> {
        note(() -> journal.notMade(entry));
        yield new Outcome.Gone();
      }
      case Look.Unreadable(var why) ->
          new Outcome.Refused("unreadable", "it was written, but then " + why, false);
      case Look.Holds(var now, var inEffect) -> {
        note(() -> journal.made(entry, now));
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

  /// What is noted after a change only makes taking it back surer: the change stands in the journal
  /// already. But no other may follow.
  private void note(Note note) {
    try {
      note.write();
    } catch (IOException e) {
      breakOff(e);
    }
  }

  private String breakOff(IOException e) {
    var why = "the journal " + journal.file() + " cannot be written: " + e.getMessage();
    broken = Optional.of(why);
    return why;
  }

  @FunctionalInterface
  private interface Note {
    Entry write() throws IOException;
  }
}
