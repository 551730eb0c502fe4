package org.isolctl.app.render;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.isolctl.model.persist.BootLoader;
import org.isolctl.model.persist.FileChange;
import org.isolctl.model.persist.Persistence;

/// What is done to boot loaders' files, for people, in the manner of a diff.
public final class PersistText {
  private PersistText() {}

  /// What would be done.
  ///
  /// @param why this loader was taken
  /// @param fitting all loaders that fit
  public static String plan(Persistence plan, String why, Set<BootLoader> fitting, Paper paper) {
    var sheet = new Sheet(paper);
    sheet.paragraph(
        0, Style.STRONG.of("BOOT LINE"), Span.plain("  in " + plan.loader().title() + ": " + why));
    var others =
        fitting.stream()
            .filter(loader -> loader != plan.loader())
            .map(loader -> "--loader " + loader.label())
            .collect(Collectors.joining(" or "));
    if (!others.isEmpty()) {
      sheet.paragraph(0, Style.WARNING.of("Another one fits too: take it with " + others + "."));
    }
    plan.changes().stream()
        .filter(change -> !change.isNothing())
        .forEach(change -> diff(sheet, change));
    return sheet.toString();
  }

  private static void diff(Sheet sheet, FileChange change) {
    var before = change.before().map(text -> text.lines().toList()).orElse(List.of());
    var after = change.after().map(text -> text.lines().toList()).orElse(List.of());
    sheet.blank().paragraph(0, Style.NAME.of(change.path()), Span.plain(": " + change.action()));
    before.stream()
        .filter(line -> !after.contains(line))
        .forEach(line -> sheet.verbatim(0, Style.BAD.of("-" + line)));
    after.stream()
        .filter(line -> !before.contains(line))
        .forEach(line -> sheet.verbatim(0, Style.GOOD.of("+" + line)));
  }

  /// What was done.
  ///
  /// @param wrote whether the files were written
  /// @param ran whether what must follow was done too
  public static String result(Persistence plan, boolean wrote, boolean ran, Paper paper) {
    var sheet = new Sheet(paper);
    if (plan.isNothing()) {
      sheet.paragraph(0, Style.GOOD.of("NOTHING TO DO"), Span.plain("  the files are so already"));
      return sheet.toString();
    }
    sheet.paragraph(0, Span.plain(""));
    if (!wrote) {
      sheet.paragraph(0, Style.STRONG.of("NOT WRITTEN"), Span.plain("  this was a dry run"));
      return sheet.toString();
    }
    sheet.paragraph(
        0,
        Style.GOOD.of("WRITTEN"),
        Span.plain(
            "  "
                + plan.next()
                    .filter(_ -> !ran)
                    .map(command -> "run '" + command + "' there, then reboot")
                    .orElse("it takes effect with the next boot")));
    return sheet.toString();
  }
}
