package org.isolctl.model.guard;

import java.util.OptionalInt;

/// What the guard has done for a thread so far.
///
/// @param rung which look of the {@link Ladder} comes next
/// @param baseNanos when the ladder began: at the last set, or at the first look
/// @param setAtBirth whether the last set came while the thread had no name of its own, when a
///   kernel before 6.2 is expected to overwrite it
/// @param contests how often a mask that was set on a thread with a name of its own did not last
/// @param error the last refusal since the mask was set, an error number
public record Effort(
    int rung, long baseNanos, boolean setAtBirth, int contests, OptionalInt error) {

  static Effort begun(long now) {
    return new Effort(0, now, false, 0, OptionalInt.empty());
  }

  /// When the next look is due.
  long dueNanos() {
    return baseNanos + Ladder.offset(rung);
  }

  Effort climbed() {
    return new Effort(rung + 1, baseNanos, setAtBirth, contests, error);
  }

  /// From the foot of the ladder, after a set.
  Effort afterSet(boolean nascent, long now) {
    return new Effort(0, now, nascent, contests, OptionalInt.empty());
  }

  Effort afterRefusal(int number) {
    return new Effort(rung + 1, baseNanos, setAtBirth, contests + 1, OptionalInt.of(number));
  }

  Effort withContests(int newContests) {
    return new Effort(rung, baseNanos, setAtBirth, newContests, error);
  }
}
