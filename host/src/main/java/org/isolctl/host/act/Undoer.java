package org.isolctl.host.act;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /// The mask that the kernel gives where a partition comes or goes; empty where none did.
  private Optional<Reset> reset = Optional.empty();

  /// What is known of threads that the dissolving of a partition resets: what they would hold
  /// without it.
  private final Map<Target, Value> meant = new HashMap<>();

  private Comparison comparison;

  public Undoer(Machine machine, Journal journal) {
    this.machine = machine;
    this.journal = journal;
    this.comparison = new Comparison(machine.online());
  }

  /// Takes everything back that stands.
  ///
  /// @param told of each result as it comes
  /// @return one result for each change of the journal, each given as the way back
  public List<Result> undo(Consumer<Result> told) {
    var results = new ArrayList<Result>();
    var standing = journal.standing();
    lookBeforeMasksAreReset(standing);
    for (List<Entry> batch : Batches.of(standing.reversed(), Undoer::target)) {
      var outcomes = attempt(batch);
      for (int i = 0; i < batch.size(); i++) {
        var result = new Result(batch.get(i).change().inverse(), outcomes.get(i));
        results.add(result);
        told.accept(result);
      }
    }
    return results;
  }

  private static Target target(Entry entry) {
    return entry.change().target();
  }

  /// Where a partition is dissolved the kernel gives threads other masks: what is theirs by then
  /// must be known before.
  private void lookBeforeMasksAreReset(List<Entry> standing) {
    if (!journal.namesPartition()) {
      return;
    }
    reset = Optional.of(Reset.now(machine));
    if (standing.stream().noneMatch(entry -> target(entry) instanceof Target.OfPartition)) {
      return;
    }
    var threads =
        standing.stream().map(Undoer::target).filter(Target.OfThread.class::isInstance).toList();
    var looks = machine.look(threads);
    for (int i = 0; i < looks.size(); i++) {
      if (looks.get(i) instanceof Look.Holds(var now, _)) {
        meant.put(threads.get(i), now);
      }
    }
  }

  /// Takes a batch back and notes that. Where this ends in between, the next undo finds that its
  /// targets hold what they should, as each is in a batch once.
  private List<Outcome> attempt(List<Entry> batch) {
    comparison = new Comparison(machine.online());
    var looks = machine.look(batch.stream().map(Undoer::target).toList());
    var outcomes = new ArrayList<Outcome>();
    var lines = new ArrayList<JournalLine>();
    for (int i = 0; i < looks.size(); i++) {
      var outcome = takeBack(batch.get(i), looks.get(i));
      outcomes.add(outcome);
      // What was refused, or could not be seen, may work another time, but not where the kernel
      // never lets anybody set it.
      if (!(outcome instanceof Outcome.Refused refused) || refused.byDesign()) {
        lines.add(new JournalLine.TakenBack(batch.get(i).number()));
      }
    }
    try {
      journal.note(lines);
      return outcomes;
    } catch (IOException e) {
      var why = "the journal cannot be written: " + e.getMessage();
      return batch.stream().<Outcome>map(_ -> new Outcome.NotTried(why)).toList();
    }
  }

  private Outcome takeBack(Entry entry, Look look) {
    return switch (look) {
      case Look.Gone() -> new Outcome.Gone();
      case Look.Unreadable(var why) -> new Outcome.Refused("unreadable", why, false);
      case Look.Holds(var now, _) -> {
        var held = meant.getOrDefault(target(entry), now);
        if (!isOurs(entry, held)) {
          yield leave(entry, held, now);
        }
        meant.replace(target(entry), entry.change().from());
        yield now.equals(entry.change().from()) ? new Outcome.AlreadySo() : write(entry, now);
      }
    };
  }

  /// What somebody else has set stays as it was, also where dissolving a partition took it away.
  private Outcome leave(Entry entry, Value held, Value now) {
    var change = entry.change();
    if (held.equals(change.from())) {
      return now.equals(held) ? new Outcome.AlreadySo() : write(entry, now);
    }
    if (!now.equals(held)) {
      var _ = machine.set(change.target(), held);
    }
    return new Outcome.ChangedSince(held);
  }

  /// Whether a target still holds what we put there, or what the machine made of it. Where the
  /// journal ends before that was read back, a part of what was written passes for it.
  private boolean isOurs(Entry entry, Value held) {
    var to = entry.change().to();
    return held.equals(to)
        || isReset(entry, held)
        || entry.got().map(held::equals).orElseGet(() -> comparison.within(held, to));
  }

  /// Nobody but the kernel gave it this mask, when a partition came, or went in an undo that was
  /// interrupted then.
  private boolean isReset(Entry entry, Value held) {
    return target(entry) instanceof Target.OfThread
        && reset.filter(kernel -> kernel.gave(held)).isPresent();
  }

  private Outcome write(Entry entry, Value now) {
    var back = entry.change().inverse();
    return switch (machine.set(back.target(), back.to())) {
      case Answer.Gone() -> new Outcome.Gone();
      case Answer.Refused(var error, var why, var byDesign) ->
          new Outcome.Refused(
              error, entry.isKept() && byDesign ? byTheKernel(back, now) : why, byDesign);
      case Answer.Done() -> verify(back);
    };
  }

  private static String byTheKernel(Change back, Value now) {
    return "it had "
        + back.to().text()
        + ", the kernel gave it "
        + now.text()
        + " as the partition came or went, and takes no other mask from anybody"
        + " (PF_NO_SETAFFINITY)";
  }

  private Outcome verify(Change back) {
    return switch (machine.lookAgain(back.target())) {
      case Look.Gone() -> new Outcome.Gone();
      case Look.Unreadable(var why) ->
          new Outcome.Refused("unreadable", "it was written, but then " + why, false);
      case Look.Holds(var now, var inEffect) -> {
        if (!now.equals(back.to())) {
          yield new Outcome.Bent(now, false);
        }
        yield inEffect
            .filter(cpus -> !cpus.isEmpty() && !comparison.within(Value.of(cpus), back.to()))
            .<Outcome>map(Outcome.Pending::new)
            .orElseGet(Outcome.Written::new);
      }
    };
  }
}
