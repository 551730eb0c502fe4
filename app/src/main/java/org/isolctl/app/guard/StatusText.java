package org.isolctl.app.guard;

import java.util.Locale;
import org.isolctl.model.guard.Watched;

/// The status for people.
final class StatusText {
  private static final int MOST_STRAYS = 20;

  private final StringBuilder text = new StringBuilder();

  private StatusText() {}

  static String render(Status status) {
    var form = new StatusText();
    form.head(status);
    form.work(status);
    form.reactions(status.reactions());
    form.threads(status);
    form.strays(status.snapshot());
    return form.text.toString();
  }

  private void head(Status status) {
    var isolated = status.snapshot().isolated();
    line(
        "Guard of CPUs %s, process %d, since %s"
            .formatted(
                isolated.isEmpty() ? "(none isolated)" : isolated, status.pid(), status.since()));
    line(
        status.snapshot().hearing()
            ? "Hears of every new kernel thread."
            : "Does not hear of new kernel threads: finds them by scanning.");
  }

  private void work(Status status) {
    line("");
    status
        .counters()
        .forEach((counter, count) -> line("%10d  %s".formatted(count, counter.help())));
    status
        .refusals()
        .forEach(
            (errno, count) -> line("%10d  Refused by the kernel with %s.".formatted(count, errno)));
  }

  private void reactions(ReactionTimes times) {
    if (times.total() == 0) {
      return;
    }
    line("");
    line(
        "From birth to mask set: half within %s, 99 of 100 within %s (last %d), slowest %s (%d threads)"
            .formatted(
                millis(times.quantileNanos(0.5)),
                millis(times.quantileNanos(0.99)),
                times.latest().size(),
                millis(times.maxNanos()),
                times.total()));
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }

  private void threads(Status status) {
    line("");
    status
        .threads()
        .forEach((group, count) ->
            line("%10d  %s, %s".formatted(count, group.threadClass(), group.standing())));
  }

  private void strays(Snapshot snapshot) {
    var strays = snapshot.strays();
    if (strays.isEmpty()) {
      return;
    }
    line("");
    line("Reach isolated CPUs now:");
    strays.stream().limit(MOST_STRAYS).forEach(this::stray);
    if (strays.size() > MOST_STRAYS) {
      line("  and %d more; --format json names them all".formatted(strays.size() - MOST_STRAYS));
    }
  }

  private void stray(Watched thread) {
    line(
        "  %d %s, mask %s: %s"
            .formatted(
                thread.tid(),
                SafeName.of(thread.comm()),
                thread.mask(),
                thread.standing().label()));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
