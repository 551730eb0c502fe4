package org.isolctl.app.render;

import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.judge.Exemption;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.thread.ThreadClass;

/// The story of one thread: what it is, where it may run, why, and what to do about it.
public final class ThreadText {
  private static final int GUTTER = 10;

  private final Sheet sheet;
  private final ThreadStory story;

  private ThreadText(Sheet sheet, ThreadStory story) {
    this.sheet = sheet;
    this.story = story;
  }

  public static String render(ThreadStory story, Paper paper) {
    var sheet = new Sheet(paper);
    new ThreadText(sheet, story).write();
    return sheet.toString();
  }

  private void write() {
    var thread = story.thread();
    sheet.paragraph(0, Style.STRONG.of(thread.comm().orElse("thread") + " (" + thread.tid() + ")"));
    line("class", whoItIs(thread));
    thread.movable().ifPresent(movable -> line("movable", movable(movable)));
    story.lastCpu().ifPresent(cpu -> line("last ran", "on CPU " + cpu));
    story.mask().ifPresentOrElse(cpus -> line("mask", cpus.toList()), () -> lacking(thread.mask()));
    line("isolated", story.isolated().isEmpty() ? "none" : story.isolated().toList());
    sheet.blank();
    judgement();
  }

  private String whoItIs(ThreadFacts thread) {
    var words = new StringBuilder();
    words.append(story.threadClass().map(ThreadClass::label).orElse("not known"));
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

  private void judgement() {
    switch (story.judgement()) {
      case STRAY -> {
        new FindingText(sheet, true).write(story.findings());
        sheet
            .blank()
            .paragraph(
                0,
                Style.NAME.of(pages(story.findings().getFirst())),
                Style.FAINT.of(" tells more."));
      }
      case ALLOWED ->
          sheet.paragraph(
              0,
              Span.plain("It reaches isolated CPUs, and the policy file allows it: "),
              Span.plain(story.exemption().map(Exemption::reason).orElse("")));
      case TENANT ->
          sheet.paragraph(
              0,
              Style.GOOD.of("It belongs there."),
              Span.plain(" Its mask lies wholly inside the isolated CPUs: somebody put it there."));
      case NOT_ISOLATED ->
          plain("No CPU is isolated here, so it is nowhere that it should not be.");
      case UNKNOWN -> plain("Its mask is not known, so nothing can be said of it.");
      case FINE ->
          sheet.paragraph(
              0,
              Style.GOOD.of("It is fine."),
              Span.plain(" Its mask does not reach the isolated CPUs " + story.isolated() + "."));
    }
  }

  private void plain(String sentence) {
    sheet.paragraph(0, Span.plain(sentence));
  }

  private static String pages(Finding finding) {
    return "isolctl explain "
        + finding.cause().map(cause -> cause.label()).orElse(finding.code().label());
  }

  private void line(String label, String text) {
    sheet.labelled(2, Style.FAINT.of(label), GUTTER, Span.plain(text));
  }
}
