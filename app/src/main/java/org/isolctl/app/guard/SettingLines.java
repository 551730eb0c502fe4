package org.isolctl.app.guard;

import java.util.List;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Result;

/// What the log says of the masks of interrupts and workqueues.
final class SettingLines {
  private SettingLines() {}

  static LogEntry made(Result result, int withheld) {
    var change = result.change();
    var outcome = result.outcome();
    var remark = outcome.remark().isEmpty() ? "" : " (" + SafeName.of(outcome.remark()) + ")";
    return new LogEntry(
        outcome.failed() ? LogEntry.Level.WARNING : LogEntry.Level.INFO,
        "setting",
        name(change)
            + " from "
            + change.from().text()
            + " to "
            + change.to().text()
            + ": "
            + outcome.label()
            + remark,
        List.of(
            new LogEntry.Member("target", change.target().title()),
            new LogEntry.Member("from", change.from().text()),
            new LogEntry.Member("to", change.to().text()),
            new LogEntry.Member("outcome", outcome.label())),
        withheld);
  }

  static LogEntry contested(Change change, int times, int withheld) {
    return new LogEntry(
        LogEntry.Level.WARNING,
        "setting-contested",
        name(change)
            + " was set back "
            + times
            + " times, to "
            + change.from().text()
            + ": left so",
        List.of(
            new LogEntry.Member("target", change.target().title()),
            new LogEntry.Member("mask", change.from().text())),
        withheld);
  }

  private static String name(Change change) {
    return SafeName.of(change.target().title());
  }
}
