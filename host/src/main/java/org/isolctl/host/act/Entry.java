package org.isolctl.host.act;

import java.util.Optional;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Value;

/// A change as the journal knows it.
///
/// @param change its `from` is what the target held to the last bit, its `to` what was written
/// @param state how far it came
/// @param got what was read back after it was made; empty where the journal ends before that
public record Entry(int number, Change change, State state, Optional<Value> got) {

  /// How far a change came.
  public enum State {
    /// It was about to be made, and may have been made.
    INTENDED,
    MADE,
    /// The machine refused it.
    NOT_MADE,
    TAKEN_BACK
  }

  /// Whether it may have to be taken back.
  public boolean stands() {
    return switch (state) {
      case INTENDED, MADE -> true;
      case NOT_MADE, TAKEN_BACK -> false;
    };
  }

  /// Whether the mask was written down only because the kernel might reset it.
  public boolean isKept() {
    return change.from().equals(change.to());
  }

  Entry with(JournalLine line) {
    return switch (line) {
      case JournalLine.Intent(_, var intended) ->
          new Entry(number, intended, State.INTENDED, Optional.empty());
      case JournalLine.Made(_, var now) -> new Entry(number, change, State.MADE, Optional.of(now));
      case JournalLine.NotMade _ -> new Entry(number, change, State.NOT_MADE, got);
      case JournalLine.TakenBack _ -> new Entry(number, change, State.TAKEN_BACK, got);
    };
  }
}
