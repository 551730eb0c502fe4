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
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `isolctl explain`.
@CommandLine.Command(
    name = "isolctl explain",
    header = {"Explain a finding, a cause, or one thread of the machine.", ""},
    description = {"", "Without an argument it lists all findings and causes."},
    footer = {
      "",
      "Examples:",
      "  isolctl explain                      what there is to explain",
      "  isolctl explain kthread-stray        a finding",
      "  isolctl explain default-mask         a cause",
      "  isolctl explain 2                    thread 2 of this machine: what, where, why"
    })
final class ExplainCommand implements Command {
  @Parameters(
      arity = "0..1",
      paramLabel = "CODE|TID",
      description = "The code of a finding, a cause, or the number of a thread.")
  Optional<String> topic = Optional.empty();

  @Mixin MachineOptions machine = new MachineOptions();
  @Mixin FormatOption output = new FormatOption();
  @Mixin ColourOption colour = new ColourOption();
  @Mixin HelpOption help = new HelpOption();

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
