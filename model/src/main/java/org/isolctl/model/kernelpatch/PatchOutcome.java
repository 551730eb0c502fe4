package org.isolctl.model.kernelpatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a semantic patch did to a tree. Coccinelle ends with code 0 when nothing matched, so its
/// word is not enough: every place is counted.
public sealed interface PatchOutcome {
  /// Every place was changed as it should be.
  record Whole(List<Place> places) implements PatchOutcome {
    public Whole {
      places = List.copyOf(places);
    }
  }

  /// Something is not as it should be; the tree must not be built like this.
  record Partial(List<Misfit> misfits) implements PatchOutcome {
    public Partial {
      misfits = List.copyOf(misfits);
    }
  }

  /// Compares a tree before and after.
  ///
  /// @param before texts by their path from the top of the tree; none for a tree of which only the
  ///   present state is known
  static PatchOutcome of(
      List<Place> places, Map<String, String> before, Map<String, String> after) {
    var misfits = new ArrayList<Misfit>();
    for (Place place : places) {
      int found = place.countIn(after) - place.countIn(before);
      if (found != place.count()) {
        misfits.add(new Misfit.Count(place, found));
      }
    }
    if (misfits.isEmpty()) {
      Leftovers.in(after).ifPresent(misfits::add);
    }
    return misfits.isEmpty() ? new Whole(places) : new Partial(misfits);
  }
}
