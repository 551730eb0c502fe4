package org.isolctl.app.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isolctl.host.act.Entry;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;

/// What undo tells of a journal: each target once, however often it was changed.
final class WayBack {
  private WayBack() {}

  /// What would be taken back, the newest first.
  static List<Change> of(List<Entry> standing) {
    Map<Target, Change> back = new LinkedHashMap<>();
    for (Entry entry : standing.reversed()) {
      if (!entry.isKept()) {
        back.merge(entry.change().target(), entry.change().inverse(), WayBack::join);
      }
    }
    return List.copyOf(back.values());
  }

  /// What came of it, in the same order. A mask that was written down only because the kernel might
  /// reset it is told of where that had to be mended, or could not be: not where somebody else has
  /// set it since, which is none of our business.
  static List<Result> news(List<Result> results) {
    Map<Target, Result> news = new LinkedHashMap<>();
    Set<Target> kept = new HashSet<>();
    for (Result result : results) {
      news.merge(result.change().target(), result, WayBack::join);
      if (result.change().from().equals(result.change().to())) {
        kept.add(result.change().target());
      }
    }
    return news.values().stream()
        .filter(result -> !kept.contains(result.change().target()) || isNews(result.outcome()))
        .toList();
  }

  private static Change join(Change newer, Change older) {
    return new Change(newer.target(), newer.from(), older.to(), older.because());
  }

  private static Result join(Result newer, Result older) {
    boolean graver = newer.outcome().failed() && !older.outcome().failed();
    boolean more = newer.outcome().wrote() && older.outcome() instanceof Outcome.AlreadySo;
    return new Result(
        join(newer.change(), older.change()), graver || more ? newer.outcome() : older.outcome());
  }

  private static boolean isNews(Outcome outcome) {
    return outcome.wrote() || (outcome.refused() && !(outcome instanceof Outcome.ChangedSince));
  }
}
