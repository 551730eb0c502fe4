package org.isolctl.host.act;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// Takes back what the journal says was done, or may have been half done when its writer died, the
/// newest first. What somebody else has changed since is left alone. Whatever is done here may be
/// interrupted and begun again.
public final class Undoer {
  private final Machine machine;
  private final Journal journal;

  /// What threads held before a partition was dissolved, by the number of the entry.
  private final Map<Integer, Value> seen = new HashMap<>();

  public Undoer(Machine machine, Journal journal) {
    this.machine = machine;
    this.journal = journal;
  }

  /// Takes everything back that stands.
  ///
  /// @param told of each result as it comes
  /// @return one result for each change of the journal, each given as the way back
  public List<Result> undo(Consumer<Result> told) {
    var results = new ArrayList<Result>();
    var standing = journal.standing();
    lookBeforeMasksAreReset(standing);
    for (Entry entry : standing.reversed()) {
      var result = new Result(entry.change().inverse(), attempt(entry));
      results.add(result);
      told.accept(result);
    }
    return results;
  }

  /// Where a partition is dissolved the kernel gives threads other masks: what is theirs by then
  /// must be known before.
  private void lookBeforeMasksAreReset(List<Entry> standing) {
    if (standing.stream()
        .noneMatch(entry -> entry.change().target() instanceof Target.OfPartition)) {
      return;
    }
    for (Entry entry : standing) {
      if (entry.change().target() instanceof Target.OfThread
          && machine.look(entry.change().target()) instanceof Look.Holds(var now, _)) {
        seen.put(entry.number(), now);
      }
    }
  }

  private Outcome attempt(Entry entry) {
    try {
      var outcome = takeBack(entry);
      // What was refused, or could not be seen, may work another time.
      if (!(outcome instanceof Outcome.Refused)) {
        journal.takenBack(entry);
      }
      return outcome;
    } catch (IOException e) {
      return new Outcome.NotTried("the journal cannot be written: " + e.getMessage());
    }
  }

  private Outcome takeBack(Entry entry) {
    return switch (machine.look(entry.change().target())) {
      case Look.Gone() -> new Outcome.Gone();
      case Look.Unreadable(var why) -> new Outcome.Refused("unreadable", why, false);
      case Look.Holds(var now, _) -> {
        var held = seen.getOrDefault(entry.number(), now);
        if (!isOurs(entry, held)) {
          yield leave(entry.change(), held, now);
        }
        yield now.equals(entry.change().from())
            ? new Outcome.AlreadySo()
            : write(entry.change().inverse());
      }
    };
  }

  /// What somebody else has set stays as it was, also where dissolving a partition took it away.
  private Outcome leave(Change change, Value held, Value now) {
    if (held.equals(change.from())) {
      return now.equals(held) ? new Outcome.AlreadySo() : write(change.inverse());
    }
    if (!now.equals(held)) {
      var _ = machine.set(change.target(), held);
    }
    return new Outcome.ChangedSince(held);
  }

  /// Whether a target still holds what we put there, or what the machine made of it. Where the
  /// journal ends before that was read back, a part of what was written passes for it.
  private boolean isOurs(Entry entry, Value now) {
    var to = entry.change().to();
    return now.equals(to)
        || isReset(entry, now)
        || entry
            .got()
            .map(now::equals)
            .orElseGet(() -> new Comparison(machine.online()).within(now, to));
  }

  /// An undo that was interrupted after it had dissolved a partition left the mask that the kernel
  /// gave then: a wider one than was read back before.
  private boolean isReset(Entry entry, Value now) {
    boolean kept = entry.change().from().equals(entry.change().to());
    var all = new Comparison(machine.online());
    return kept
        && journal.partitionTakenBack()
        && entry.got().filter(got -> all.within(got, now)).isPresent();
  }

  private Outcome write(Change back) {
    return switch (machine.set(back.target(), back.to())) {
      case Answer.Gone() -> new Outcome.Gone();
      case Answer.Refused(var error, var why, var byDesign) ->
          new Outcome.Refused(error, why, byDesign);
      case Answer.Done() -> verify(back);
    };
  }

  private Outcome verify(Change back) {
    return switch (machine.look(back.target())) {
      case Look.Gone() -> new Outcome.Gone();
      case Look.Unreadable(var why) ->
          new Outcome.Refused("unreadable", "it was written, but then " + why, false);
      case Look.Holds(var now, var inEffect) -> {
        if (!now.equals(back.to())) {
          yield new Outcome.Bent(now, false);
        }
        var comparison = new Comparison(machine.online());
        yield inEffect
            .filter(cpus -> !cpus.isEmpty() && !comparison.within(Value.of(cpus), back.to()))
            .<Outcome>map(Outcome.Pending::new)
            .orElseGet(Outcome.Written::new);
      }
    };
  }
}
