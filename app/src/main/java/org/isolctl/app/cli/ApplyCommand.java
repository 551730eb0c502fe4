package org.isolctl.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.PlanText;
import org.isolctl.app.render.ResultsJson;
import org.isolctl.app.render.ResultsText;
import org.isolctl.app.render.Sheet;
import org.isolctl.app.render.Span;
import org.isolctl.app.render.VerdictText;
import org.isolctl.host.act.Actor;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Audit;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.PartitionChanges;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.plan.Result;

/// `isolctl apply`.
final class ApplyCommand implements Command {
  private static final String MENDED =
      " of these are no part of the plan: the kernel had given threads other masks when the"
          + " partition came, and they have theirs again.";

  private static final Path SYSTEMD = Path.of("/run/systemd/system");

  Optional<Path> file = Optional.empty();

  Optional<CpuSet> partition = Optional.empty();

  String name = "isolctl";

  boolean all;

  final ConsentOption consent = new ConsentOption();
  final JournalOption journal = new JournalOption();
  final MachineOptions machine = new MachineOptions();
  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Make the changes that keep the isolated CPUs free.",
        List.of(
            "Shows the plan and asks first. Each change is held against what the machine shows now,"
                + " written into a journal, made, and read back; 'isolctl undo' takes it back"
                + " exactly. A plan from a file is carried out as it was reviewed: what has changed"
                + " since is refused, line by line.",
            "",
            "When a partition comes or goes, kernels up to 6.19 give every task of the root cgroup"
                + " all CPUs outside of it, also where it had a mask of its own. The masks of all"
                + " threads are journalled first, and undo gives them back."),
        List.of(
            "Examples:",
            "  isolctl apply                            plan, ask, do",
            "  isolctl apply plan.json --yes            what 'isolctl plan -o plan.json' wrote",
            "  isolctl apply --partition 2-3 --name rt  isolate CPUs without a reboot"));
  }

  @Override
  public void list(OptionList options) {
    options.argument(
        "FILE",
        "A plan that isolctl plan -o wrote. Without it the machine is looked at now.",
        it -> file = Optional.of(Path.of(it)));
    options
        .option("--partition", "CPULIST")
        .says("Take everything off these CPUs and make them a cgroup v2 isolated partition.")
        .takes(new CpulistConverter(), it -> partition = Optional.of(it));
    options
        .option("--name", "NAME")
        .says(
            "The group of that partition, below the root. Default: isolctl. Where systemd runs it"
                + " is NAME.slice; put what shall run there into it by Slice=NAME.slice or"
                + " systemd-run --slice=NAME.slice.")
        .takesText(it -> name = it);
    options
        .flag("--all")
        .says("Name every target instead of a few per group.")
        .sets(it -> all = it);
    consent.list(options);
    journal.list(options);
    machine.list(options);
    output.list(options);
    colour.list(options);
    HelpOption.list(options);
  }

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(ExitCode.FINE, ExitCode.USAGE, ExitCode.UNDECIDED, ExitCode.CHANGE_FAILED);
  }

  @Override
  public ExitCode run(Session session) {
    machine.check();
    if (machine.capture.isPresent() || machine.root.isPresent()) {
      throw CommandException.usage("only the machine that this runs on can be changed.");
    }
    if (partition.isPresent() && file.isPresent()) {
      throw CommandException.usage("--partition makes a plan of its own; leave the file out.");
    }
    var plan = file.map(PlanFile::read).orElseGet(() -> plan(session));
    var paper = colour.paper(session.terminal());
    if (!plan.changes().isEmpty()
        && !consent.obtain(session.terminal(), () -> PlanText.render(plan, paper, all))) {
      session.answer().print("Nothing was changed.\n");
      return ExitCode.FINE;
    }
    try (var bench = Workbench.open(session.inspector().settings(), journal.folder)) {
      var actor = new Actor(bench.machine(), bench.journal());
      var results = actor.apply(plan.changes(), kept(session, plan), _ -> {});
      answer(session, plan, results, bench.journal().file().toString());
      return results.stream().anyMatch(result -> result.outcome().failed())
          ? ExitCode.CHANGE_FAILED
          : ExitCode.FINE;
    }
  }

  private List<Change> kept(Session session, Plan plan) {
    if (partition.isEmpty() || plan.changes().isEmpty()) {
      return List.of();
    }
    try (var progress = Progress.on(session.terminal())) {
      var facts =
          session
              .inspector()
              .inspect(machine, Inspector.Depth.ALL, Optional.empty(), progress)
              .facts();
      return PartitionChanges.kept(facts.threads().threads(), plan.changes());
    }
  }

  private Plan plan(Session session) {
    try (var progress = Progress.on(session.terminal())) {
      if (partition.isEmpty()) {
        return session.inspector().plan(machine, progress);
      }
      var cpus = partition.get();
      machine.isolation.isolated =
          Optional.of(machine.isolation.isolated.map(cpus::union).orElse(cpus));
      return withPartition(session.inspector().plan(machine, progress), cpus);
    } finally {
      // Afterwards the machine itself must say that they are isolated.
      partition.ifPresent(cpus ->
          machine.isolation.isolated = machine.isolation.isolated.map(all -> all.minus(cpus)));
    }
  }

  private Plan withPartition(Plan plan, CpuSet cpus) {
    try {
      var partition =
          Files.isDirectory(SYSTEMD)
              ? PartitionChanges.underSystemd(name, cpus)
              : PartitionChanges.of(name, cpus);
      return new Plan(
          plan.kernel(),
          plan.isolated(),
          plan.housekeeping(),
          plan.childrenInherit(),
          PartitionChanges.after(plan.changes(), partition),
          plan.left());
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()) + ".");
    }
  }

  /// Says what came of it, with the verdict of another look.
  private void answer(Session session, Plan plan, List<Result> results, String journalFile) {
    var after = audit(session);
    session
        .answer()
        .print(
            switch (output.format) {
              case JSON -> ResultsJson.apply(results, after.verdict(), journalFile);
              case TEXT -> {
                var sheet = new Sheet(colour.paper(session.terminal()));
                if (plan.changes().isEmpty()) {
                  yield PlanText.render(plan, colour.paper(session.terminal()), all);
                }
                ResultsText.write(sheet, results, "written", all);
                long again =
                    results.stream()
                        .skip(plan.changes().size())
                        .filter(ApplyCommand::wrote)
                        .count();
                if (again > 0) {
                  sheet.paragraph(2, Span.plain(again + MENDED));
                }
                sheet.blank();
                VerdictText.write(sheet, after);
                yield sheet.toString();
              }
            });
  }

  private static boolean wrote(Result result) {
    return result.outcome().wrote();
  }

  private Audit audit(Session session) {
    try (var progress = Progress.on(session.terminal())) {
      return session
          .inspector()
          .inspect(machine, Inspector.Depth.REACHING, Optional.empty(), progress)
          .audit();
    }
  }
}
