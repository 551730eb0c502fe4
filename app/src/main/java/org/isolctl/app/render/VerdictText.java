package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.judge.Finding;

/// The first line of an audit: what it comes to.
public final class VerdictText {
  private VerdictText() {}

  public static void write(Sheet sheet, Audit audit) {
    sheet.labelled(
        0, verdictStyle(audit).of(word(audit)), word(audit).length() + 2, sentence(audit));
  }

  private static String word(Audit audit) {
    return switch (audit.verdict()) {
      case INTACT -> "INTACT";
      case VIOLATED -> "VIOLATED";
      case NOT_ISOLATED -> "NOT ISOLATED";
      case UNDECIDED -> "UNDECIDED";
    };
  }

  private static Style verdictStyle(Audit audit) {
    return switch (audit.verdict()) {
      case INTACT -> Style.GOOD;
      case VIOLATED -> Style.WORST;
      case NOT_ISOLATED, UNDECIDED -> Style.WARNING;
    };
  }

  private static List<Span> sentence(Audit audit) {
    CpuSet cpus = audit.isolated().all();
    return switch (audit.verdict()) {
      case INTACT ->
          List.of(
              Span.plain(
                  "Nothing that could be kept off isolated "
                      + Count.cpus(cpus)
                      + (cpus.size() == 1 ? " reaches it." : " reaches them.")));
      case VIOLATED -> violated(audit, cpus);
      case NOT_ISOLATED -> List.of(Span.plain("No CPU of this machine is isolated."));
      case UNDECIDED ->
          List.of(
              Span.plain(
                  "Too little could be seen to judge: "
                      + Count.of(audit.gaps().size(), "reading is", "readings are")
                      + " lacking (see below)."));
    };
  }

  private static List<Span> violated(Audit audit, CpuSet cpus) {
    Map<Chapter, Integer> counts = counts(audit.findings());
    var spans = new ArrayList<Span>();
    spans.add(
        Span.plain(
            "Isolated "
                + Count.cpus(cpus)
                + (cpus.size() == 1 ? " is" : " are")
                + " not left alone: "));
    String separator = "";
    for (Map.Entry<Chapter, Integer> entry : counts.entrySet()) {
      spans.add(Span.plain(separator));
      spans.add(entry.getKey().style().of(clause(entry.getKey(), entry.getValue())));
      separator = ", ";
    }
    spans.add(Span.plain("."));
    return spans;
  }

  private static Map<Chapter, Integer> counts(List<Finding> findings) {
    var counts = new EnumMap<Chapter, Integer>(Chapter.class);
    for (Finding finding : findings) {
      counts.merge(Chapter.of(finding), 1, Integer::sum);
    }
    counts.remove(Chapter.TO_KNOW);
    return counts;
  }

  private static String clause(Chapter chapter, int count) {
    return switch (chapter) {
      case DID_RUN -> count + " did run there (stolen time)";
      case WILL_RUN -> count + " will run there (nothing holds them off)";
      case MAY_RUN -> count + " may run there (wrong masks)";
      case TO_MEND -> count + " more to mend";
      case TO_KNOW -> count + " to know";
    };
  }
}
