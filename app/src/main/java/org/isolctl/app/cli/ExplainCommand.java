package org.isolctl.app.cli;

import java.util.List;
import java.util.Optional;
import org.isolctl.app.pages.Page;
import org.isolctl.app.pages.Pages;
import org.isolctl.app.render.ExplainJson;
import org.isolctl.app.render.MarkdownText;
import org.isolctl.app.render.PageListText;
import org.isolctl.app.render.Paper;
import org.isolctl.app.render.ThreadStory;
import org.isolctl.app.render.ThreadText;

/// `isolctl explain`.
final class ExplainCommand implements Command {
  Optional<String> topic = Optional.empty();

  final MachineOptions machine = new MachineOptions();
  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Explain a finding, a cause, or one thread of the machine.",
        List.of("Without an argument it lists all findings and causes."),
        List.of(
            "Examples:",
            "  isolctl explain                      what there is to explain",
            "  isolctl explain kthread-stray        a finding",
            "  isolctl explain default-mask         a cause",
            "  isolctl explain 2                    thread 2 of this machine: what, where, why"));
  }

  @Override
  public void list(OptionList options) {
    options.argument(
        "CODE|TID",
        "The code of a finding, a cause, or the number of a thread.",
        it -> topic = Optional.of(it));
    machine.list(options);
    output.list(options);
    colour.list(options);
    HelpOption.list(options);
  }

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.FINE, ExitCode.USAGE, ExitCode.UNDECIDED);
  }

  @Override
  public ExitCode run(Session session) {
    machine.check();
    session
        .answer()
        .print(
            switch (output.format) {
              case TEXT -> text(session, colour.paper(session.terminal()));
              case JSON -> json(session);
            });
    return ExitCode.FINE;
  }

  private String text(Session session, Paper paper) {
    if (topic.isEmpty()) {
      return PageListText.render(Pages.findings(), Pages.causes(), paper);
    }
    return isThread(topic.get())
        ? ThreadText.render(story(session, Integer.parseInt(topic.get())), paper)
        : MarkdownText.render(page(topic.get()).markdown(), paper);
  }

  private String json(Session session) {
    if (topic.isEmpty()) {
      return ExplainJson.list(Pages.findings(), Pages.causes());
    }
    return isThread(topic.get())
        ? ExplainJson.thread(story(session, Integer.parseInt(topic.get())))
        : ExplainJson.page(page(topic.get()));
  }

  private static boolean isThread(String topic) {
    return topic.matches("[0-9]{1,9}");
  }

  private ThreadStory story(Session session, int tid) {
    var inspection =
        session
            .inspector()
            .inspect(
                machine, Inspector.Depth.ALL, Optional.empty(), Progress.on(session.terminal()));
    return inspection.facts().threads().threads().stream()
        .filter(one -> one.tid() == tid)
        .findFirst()
        .map(thread -> ThreadStory.of(thread, inspection.audit()))
        .orElseThrow(() ->
            CommandException.usage(
                "there is no thread " + tid + "; 'ps -eLo tid,comm' lists them."));
  }

  private static Page page(String label) {
    return Pages.named(label)
        .orElseThrow(() ->
            CommandException.usage(
                "'"
                    + label
                    + "' is no finding, no cause and no thread; 'isolctl explain' lists what"
                    + " there is."));
  }
}
