package org.isolctl.app.render;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.judge.Exemption;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;
import org.isolctl.model.thread.ThreadClassifier;

/// The story of one thread: what it is, where it may run, why, and what to do about it.
public final class ThreadText {
  private static final int GUTTER = 10;

  private final Sheet sheet;
  private final ThreadFacts thread;
  private final Audit audit;

  private ThreadText(Sheet sheet, ThreadFacts thread, Audit audit) {
    this.sheet = sheet;
    this.thread = thread;
    this.audit = audit;
  }

  public static String render(ThreadFacts thread, Audit audit, Paper paper) {
    var sheet = new Sheet(paper);
    new ThreadText(sheet, thread, audit).write();
    return sheet.toString();
  }

  private void write() {
    Optional<CpuSet> mask = thread.mask().toOptional();
    sheet.paragraph(0, Style.STRONG.of(thread.comm().orElse("thread") + " (" + thread.tid() + ")"));
    line("class", whoItIs(mask));
    thread.movable().ifPresent(movable -> line("movable", movable(movable)));
    thread
        .stat()
        .toOptional()
        .filter(stat -> stat.lastCpu() >= 0)
        .ifPresent(stat -> line("last ran", "on CPU " + stat.lastCpu()));
    mask.ifPresentOrElse(cpus -> line("mask", cpus.toList()), () -> lacking(thread.mask()));
    line("isolated", audit.isolated().all().isEmpty() ? "none" : audit.isolated().all().toList());
    sheet.blank();
    judgement(mask);
  }

  private String whoItIs(Optional<CpuSet> mask) {
    var words = new StringBuilder();
    words.append(
        mask.flatMap(cpus -> ThreadClassifier.classify(thread, cpus))
            .map(ThreadClass::label)
            .orElse("not known"));
    if (thread.tgid() != thread.tid()) {
      words.append(", of process ").append(thread.tgid());
    }
    thread.ppid().ifPresent(ppid -> words.append(", parent ").append(ppid));
    return words.toString();
  }

  private static String movable(boolean movable) {
    return movable
        ? "yes, sched_setaffinity is allowed"
        : "no, the kernel refuses another mask (PF_NO_SETAFFINITY)";
  }

  private void lacking(Reading<?> reading) {
    String why =
        switch (reading) {
          case Reading.Present<?> _ -> "";
          case Reading.Absent<?> _ -> "is not there";
          case Reading.Denied<?>(_, var needs) -> "may not be read; needs " + needs;
          case Reading.Malformed<?>(_, var problem) -> "makes no sense: " + problem;
        };
    line("unknown", reading.source() + " " + why);
  }

  private void judgement(Optional<CpuSet> mask) {
    List<Finding> findings =
        audit.findings().stream().filter(finding -> isAbout(finding.subject())).toList();
    Optional<Exemption> exemption =
        audit.exemptions().stream().filter(one -> isAbout(one.finding().subject())).findFirst();
    if (!findings.isEmpty()) {
      new FindingText(sheet, true).write(findings);
      sheet
          .blank()
          .paragraph(0, Style.NAME.of(pages(findings.getFirst())), Style.FAINT.of(" tells more."));
    } else if (exemption.isPresent()) {
      sheet.paragraph(
          0,
          Span.plain("It reaches isolated CPUs, and the policy file allows it: "),
          Span.plain(exemption.get().reason()));
    } else if (audit.tenants().stream().anyMatch(tenant -> tenant.tid() == thread.tid())) {
      sheet.paragraph(
          0,
          Style.GOOD.of("It belongs there."),
          Span.plain(" Its mask lies wholly inside the isolated CPUs: somebody put it there."));
    } else {
      sheet.paragraph(0, fine(mask));
    }
  }

  private boolean isAbout(Subject subject) {
    return switch (subject) {
      case Subject.OfThread(int tid, _, _) -> tid == thread.tid();
      case Subject.OfProcess(_, _, List<Integer> tids) -> tids.contains(thread.tid());
      case Subject.OfIrq _,
          Subject.OfWorkqueue _,
          Subject.OfCpus _,
          Subject.OfQueue _,
          Subject.OfPartition _,
          Subject.OfBootWord _,
          Subject.OfSetting _ ->
          false;
    };
  }

  private static String pages(Finding finding) {
    return "isolctl explain "
        + finding.cause().map(cause -> cause.label()).orElse(finding.code().label());
  }

  private List<Span> fine(Optional<CpuSet> mask) {
    CpuSet isolated = audit.isolated().all();
    if (isolated.isEmpty()) {
      return List.of(
          Span.plain("No CPU is isolated here, so it is nowhere that it should not be."));
    }
    if (mask.isEmpty()) {
      return List.of(Span.plain("Its mask is not known, so nothing can be said of it."));
    }
    return List.of(
        Style.GOOD.of("It is fine."),
        Span.plain(" Its mask does not reach the isolated CPUs " + isolated + "."));
  }

  private void line(String label, String text) {
    sheet.labelled(2, Style.FAINT.of(label), GUTTER, Span.plain(text));
  }
}
