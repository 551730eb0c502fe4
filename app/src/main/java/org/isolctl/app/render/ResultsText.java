package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;

/// What came of changes, for people: how many went well, and each one that did not.
public final class ResultsText {
  private static final int NAMES = 5;

  private ResultsText() {}

  /// Writes how many went well, and those that did not.
  ///
  /// @param done what was done, for instance `written` or `taken back`
  public static void write(Sheet sheet, List<Result> results, String done, boolean all) {
    long wrote = results.stream().filter(result -> result.outcome().wrote()).count();
    long failed = results.stream().filter(result -> result.outcome().failed()).count();
    sheet.paragraph(
        0,
        failed == 0 ? Style.GOOD.of("DONE") : Style.WORST.of("NOT ALL DONE"),
        Span.plain(
            "  "
                + Count.of(wrote, "change ", "changes ")
                + done
                + (failed == 0 ? "" : ", " + failed + " failed; the rest stands")));
    Map<String, List<Result>> remarks = new LinkedHashMap<>();
    for (Result result : results) {
      remarks.computeIfAbsent(sentence(result.outcome()), _ -> new ArrayList<>()).add(result);
    }
    remarks.forEach((sentence, members) -> {
      if (!sentence.isEmpty()) {
        line(sheet, sentence, members, all);
      }
    });
  }

  private static void line(Sheet sheet, String sentence, List<Result> members, boolean all) {
    var names = members.stream().map(one -> ChangeGroup.name(one.change().target())).toList();
    boolean failed = members.getFirst().outcome().failed();
    var spans = new ArrayList<Span>(Names.first(names, all ? Integer.MAX_VALUE - 1 : NAMES));
    spans.add(Span.plain(": "));
    spans.add((failed ? Style.BAD : Style.PLAIN).of(sentence));
    sheet.paragraph(2, spans);
  }

  private static String sentence(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Written _ -> "";
      case Outcome.AlreadySo _ -> "was so already";
      case Outcome.Pending _,
          Outcome.Bent _,
          Outcome.ChangedSince _,
          Outcome.Gone _,
          Outcome.Refused _,
          Outcome.NotTried _ ->
          outcome.remark();
    };
  }
}
