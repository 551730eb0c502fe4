package org.isolctl.app.guard;

import org.isolctl.host.linux.AffinityResult;
import org.isolctl.model.guard.Watched;

/// Puts kthreadd back when the guard ends.
record Kthreadd(Threads threads, KthreaddNote note, Diary diary) {

  /// Gives kthreadd the mask that it had before any guard, unless somebody else has changed it
  /// since: then it is theirs.
  void putBack() {
    var standing = note.read();
    if (standing.isEmpty()
        || !(threads.mask(Watched.KTHREADD) instanceof AffinityResult.Mask(var now))) {
      return;
    }
    if (!now.equals(standing.get().to())) {
      diary.tell(new Happening.KthreaddLeft(now));
      note.clear();
      return;
    }
    switch (threads.set(Watched.KTHREADD, standing.get().from())) {
      case AffinityResult.Mask(var mask) -> {
        note.clear();
        diary.tell(new Happening.KthreaddPutBack(now, mask));
      }
      case AffinityResult.Refused(var errno) ->
          diary.tell(
              new Happening.Trouble(
                  "cannot put kthreadd back to " + standing.get().from() + ": " + errno));
    }
  }
}
