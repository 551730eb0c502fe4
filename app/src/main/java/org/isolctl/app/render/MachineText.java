package org.isolctl.app.render;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.model.facts.WatchFacts;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.judge.IsolationSource;

/// The lines on the machine: which CPUs, by which source, which kernel, how many threads.
final class MachineText {
  private static final int GUTTER = 14;

  private MachineText() {}

  static void write(Sheet sheet, Audit audit) {
    isolated(sheet, audit);
    line(
        sheet,
        "housekeeping",
        audit.housekeeping().isEmpty() ? "none" : audit.housekeeping().toList());
    audit.kernel().ifPresent(kernel -> line(sheet, "kernel", kernel));
    audit.bootLine().ifPresent(bootLine -> line(sheet, "boot line", bootLine));
    line(sheet, "threads", threads(audit.threads()));
    audit.watch().ifPresent(watch -> line(sheet, "watched", watched(watch)));
  }

  private static void isolated(Sheet sheet, Audit audit) {
    List<IsolationSource> sources = audit.isolated().sources();
    if (sources.isEmpty()) {
      line(sheet, "isolated", "none");
      return;
    }
    int widest =
        sources.stream().mapToInt(source -> source.cpus().toList().length()).max().orElse(0);
    int column = Math.min(widest, 24) + 2;
    String label = "isolated";
    for (IsolationSource source : sources) {
      var spans = new ArrayList<Span>();
      spans.add(Style.STRONG.of(source.cpus().toList()));
      spans.add(Span.plain(" ".repeat(Math.max(2, column - source.cpus().toList().length()))));
      spans.add(Span.plain("by " + means(source.kind())));
      if (source.kind() != IsolationSource.Kind.USER) {
        spans.add(Style.FAINT.of(" (" + source.origin() + ")"));
      }
      sheet.labelled(0, Style.FAINT.of(label), GUTTER, spans);
      label = "";
    }
  }

  private static String means(IsolationSource.Kind kind) {
    return switch (kind) {
      case ISOLCPUS -> "isolcpus=, out of every scheduler domain";
      case NOHZ_FULL -> "nohz_full=, which stops the tick but not the balancer";
      case PARTITION -> "an isolated cgroup partition, out of every scheduler domain";
      case CPUSET_V1 -> "a cgroup v1 cpuset that is not balanced";
      case USER -> "your word, judged as if";
    };
  }

  private static String threads(Audit.ThreadCounts threads) {
    return threads.seen()
        + " seen, "
        + threads.kernel()
        + " of the kernel, "
        + threads.stray()
        + " astray";
  }

  private static String watched(WatchFacts watch) {
    return "%.1f s, %s"
        .formatted(
            watch.duration().toMillis() / 1000.0, Count.of(watch.samples(), "look", "looks"));
  }

  private static void line(Sheet sheet, String label, String text) {
    sheet.labelled(0, Style.FAINT.of(label), GUTTER, Span.plain(text));
  }
}
