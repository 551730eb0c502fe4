package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Left;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// A plan as a page for people, in the manner of a diff.
public final class PlanText {
  private static final int NAMES = 5;
  private static final int GUTTER = 2;

  private PlanText() {}

  /// The whole page.
  ///
  /// @param all whether every target is named; else groups name a few
  public static String render(Plan plan, Paper paper, boolean all) {
    var sheet = new Sheet(paper);
    head(sheet, plan);
    changes(sheet, plan.changes(), all);
    left(sheet, plan.left(), all);
    heredity(sheet, plan);
    return sheet.toString();
  }

  /// The changes alone.
  ///
  /// @param title said above them
  public static String changes(String title, List<Change> changes, Paper paper, boolean all) {
    var sheet = new Sheet(paper);
    sheet.paragraph(0, Style.STRONG.of(title));
    changes(sheet, changes, all);
    return sheet.toString();
  }

  private static void head(Sheet sheet, Plan plan) {
    if (plan.isolated().isEmpty()) {
      sheet.paragraph(
          0,
          Style.STRONG.of("NOTHING TO DO"),
          Span.plain("  no CPU is isolated; --isolated CPULIST plans as if some were"));
    } else if (plan.changes().isEmpty()) {
      sheet.paragraph(
          0,
          Style.GOOD.of("NOTHING TO DO"),
          Span.plain(
              "  " + Count.cpus(plan.isolated()) + ": nothing that can be moved reaches there"));
    } else {
      sheet.paragraph(
          0,
          Style.STRONG.of("PLAN"),
          Span.plain(
              "  "
                  + Count.of(plan.changes().size(), "change keeps ", "changes keep ")
                  + Count.cpus(plan.isolated())
                  + " free; housekeeping is on "
                  + Count.cpus(plan.housekeeping())));
    }
  }

  private static void changes(Sheet sheet, List<Change> changes, boolean all) {
    for (ChangeGroup group : ChangeGroup.gather(changes)) {
      var change = group.any();
      var names = new ArrayList<Span>();
      names.add(Style.STRONG.of(group.title() + ": "));
      names.addAll(Names.first(group.names(), all ? Integer.MAX_VALUE - 1 : NAMES));
      sheet.blank().paragraph(0, names);
      sheet.labelled(0, Style.BAD.of("-"), GUTTER, Style.BAD.of(shown(change, change.from())));
      sheet.labelled(0, Style.GOOD.of("+"), GUTTER, Style.GOOD.of(shown(change, change.to())));
      sheet.paragraph(GUTTER, Style.FAINT.of(how(group)));
    }
  }

  private static String how(ChangeGroup group) {
    var change = group.any();
    var how = new ArrayList<String>();
    how.add(
        group.changes().size() > 1 && change.target() instanceof Target.OfIrq
            ? "smp_affinity_list of each"
            : change.target().how());
    how.add(change.target().lasts());
    how.add(change.reason());
    return String.join("; ", how);
  }

  private static String shown(Change change, Value value) {
    if (!value.text().isEmpty()) {
      return value.text();
    }
    return change.target() instanceof Target.OfReceiveQueue ? "off" : "no CPU";
  }

  private static void left(Sheet sheet, List<Left> left, boolean all) {
    if (left.isEmpty()) {
      return;
    }
    sheet
        .blank()
        .labelled(
            0,
            Style.WARNING.of("LEFT AS IT IS"),
            15,
            Style.FAINT.of("found, but not to be mended by a change of masks"));
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (Left one : left) {
      reasons
          .computeIfAbsent(one.reason(), _ -> new ArrayList<>())
          .add(SubjectText.name(one.subject()));
    }
    reasons.forEach((reason, names) -> {
      var spans = new ArrayList<Span>(Names.first(names, all ? Integer.MAX_VALUE - 1 : NAMES));
      spans.add(Span.plain(": " + reason));
      sheet.paragraph(2, spans);
    });
  }

  /// Whether the mending of today holds for the kernel threads of tomorrow.
  private static void heredity(Sheet sheet, Plan plan) {
    boolean threads =
        plan.changes().stream().anyMatch(change -> change.target() instanceof Target.OfThread);
    if (!threads) {
      return;
    }
    sheet
        .blank()
        .paragraph(
            0,
            plan.childrenInherit()
                ? Span.plain(
                    "Kernel threads that are made from now on inherit the mask of kthreadd on this"
                        + " kernel (6.2 and later).")
                : Style.WARNING.of(
                    "Kernel threads that are made from now on do not inherit the mask of kthreadd"
                        + " on this kernel (6.2 and later do): they stray until they are mended"
                        + " again."));
  }
}
