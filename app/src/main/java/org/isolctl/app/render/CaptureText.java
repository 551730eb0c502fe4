package org.isolctl.app.render;

import org.isolctl.model.facts.HostFacts;

/// What a capture holds, and what it does not.
public final class CaptureText {
  private static final int GUTTER = 10;

  private CaptureText() {}

  /// A few lines on a capture that has just been written.
  ///
  /// @param bytes the size of the file
  public static String render(String file, long bytes, HostFacts facts, Paper paper) {
    var machine = facts.machine();
    var sheet = new Sheet(paper);
    sheet.paragraph(0, Style.STRONG.of(file), Span.plain(", " + size(bytes)));
    line(
        sheet,
        "holds",
        "%s; %s, %s of the kernel; %s; the isolation, cgroup, workqueue and network settings%s"
            .formatted(
                machine
                    .kernel()
                    .release()
                    .toOptional()
                    .map(release -> "kernel " + release + " and its boot line")
                    .orElse("no kernel release"),
                Count.of(facts.threads().seen(), "thread", "threads"),
                facts.threads().kernel(),
                Count.of(machine.irqs().irqs().size(), "interrupt", "interrupts"),
                facts.threads().hidden()
                    ? "; no kernel threads, as this container hides them"
                    : ""));
    line(sheet, "not", "no command line and no environment of any process");
    line(sheet, "next", "isolctl audit --capture " + file);
    return sheet.toString();
  }

  private static void line(Sheet sheet, String label, String text) {
    sheet.labelled(2, Style.FAINT.of(label), GUTTER, Span.plain(text));
  }

  private static String size(long bytes) {
    return bytes < 10_240 ? Count.of(bytes, "byte", "bytes") : (bytes + 512) / 1024 + " KiB";
  }
}
