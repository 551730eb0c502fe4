package org.isolctl.model.judge.detect;

import java.util.Locale;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.SeenThread;
import org.isolctl.model.judge.Situation;

/// What was seen of a thread's running, told apart from what its mask would allow.
///
/// @param watched whether it ran there while somebody watched, which no one-off before explains
/// @param sentence the evidence in words, with a blank before it; empty when nothing was seen
record Sighting(Grade grade, boolean watched, String sentence) {
  static Sighting of(Situation situation, SeenThread thread) {
    var reach = situation.reach(thread.mask());
    var run = situation.run(thread.tid());
    if (run.isPresent()) {
      return new Sighting(
          Grade.DID_RUN,
          true,
          String.format(
              Locale.ROOT,
              " It ran on CPU %d while it was watched, for at most %.1f ms.",
              run.get().cpu(),
              run.get().runNanos() / 1e6));
    }
    int lastCpu = thread.lastCpu().orElse(-1);
    if (reach.contains(lastCpu)) {
      return new Sighting(Grade.DID_RUN, false, " CPU " + lastCpu + " is where it last ran.");
    }
    return new Sighting(situation.gradeOfReach(reach), false, "");
  }
}
