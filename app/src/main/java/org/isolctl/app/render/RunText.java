package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.run.Moved;
import org.isolctl.model.run.Placement;

/// What came of moving a process, for people.
public final class RunText {
  private static final int NAMES = 8;

  private RunText() {}

  /// The whole answer.
  ///
  /// @param moved the threads that were not there already
  public static String render(
      int pid, String name, Placement placement, Collection<Moved> moved, Paper paper) {
    var sheet = new Sheet(paper);
    boolean failed = moved.stream().anyMatch(Moved::failed);
    long there = moved.stream().filter(one -> one.outcome() instanceof Moved.There).count();
    sheet.paragraph(
        0,
        failed ? Style.WORST.of("NOT ALL MOVED") : Style.GOOD.of("MOVED"),
        Span.plain(
            "  "
                + Count.of(there, "thread of ", "threads of ")
                + name
                + " ("
                + pid
                + ") to "
                + Count.cpus(placement.cpus())
                + placement.group().map(group -> ", cgroup " + group).orElse("")
                + (moved.isEmpty() ? ": all were there already" : "")));
    trouble(sheet, moved);
    return sheet.toString();
  }

  private static void trouble(Sheet sheet, Collection<Moved> moved) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Moved one : moved) {
      remark(one)
          .ifPresent(why ->
              reasons.computeIfAbsent(why, _ -> new ArrayList<>()).add("thread " + one.tid()));
    }
    reasons.forEach((why, threads) -> {
      var spans = new ArrayList<Span>(Names.first(threads, NAMES));
      spans.add(Span.plain(": "));
      spans.add(Style.BAD.of(why));
      sheet.paragraph(2, spans);
    });
  }

  private static Optional<String> remark(Moved moved) {
    return switch (moved.outcome()) {
      case Moved.There(), Moved.Gone() -> Optional.empty();
      case Moved.Bent(var now) -> Optional.of("the kernel gives it only " + now);
      case Moved.Refused(var why) -> Optional.of(why);
    };
  }
}
