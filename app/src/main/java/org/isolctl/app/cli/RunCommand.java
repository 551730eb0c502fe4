package org.isolctl.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.run.Programs;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.judge.Isolation;
import org.isolctl.model.run.Decision;
import org.isolctl.model.run.Placement;
import org.isolctl.model.run.Placements;
import org.isolctl.model.run.SchedulingPolicy;
import org.isolctl.model.run.Wish;

/// `isolctl run`.
final class RunCommand implements Command {
  Optional<CpuSet> cpus = Optional.empty();

  Optional<String> partition = Optional.empty();

  boolean housekeeping;

  boolean anyway;

  Optional<SchedulingPolicy> policy = Optional.empty();

  boolean spread;

  Optional<Integer> pid = Optional.empty();

  boolean follow;

  List<String> command = List.of();

  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Run a command on the isolated CPUs, or move a running process there.",
        List.of(
            "isolctl becomes the command by execve(2): process id, terminal, open files, signals"
                + " and exit code are the command's own, and nothing stays between. Its threads and"
                + " children inherit mask, policy and group.",
            "",
            "CPUs of isolcpus= and of partitions are outside every scheduler domain: threads that"
                + " share two of them stay on one. --spread gives each thread a CPU; as a command"
                + " makes its threads later, a second isolctl then looks after them ten times a"
                + " second, detached, until the command ends.",
            "",
            "'isolctl undo' does not take this back; --pid PID --housekeeping does."),
        List.of(
            "Examples:",
            "  isolctl run -- ./trader                    on all isolated CPUs",
            "  isolctl run --cpus 3 --policy fifo:50 -- ./loop",
            "  isolctl run --partition rt --spread -- ./workers",
            "  isolctl run --pid 4711 --cpus 2-3          move a process with all its threads",
            "  isolctl run --pid 4711 --housekeeping      and off again"));
  }

  @Override
  public void list(OptionList options) {
    options
        .option("--cpus", "CPULIST")
        .says("Which CPUs. Default: all that are isolated and in no partition.")
        .takes(new CpulistConverter(), it -> cpus = Optional.of(it));
    options
        .option("--partition", "NAME")
        .says("Inside this cgroup v2 partition; with --cpus on some of its CPUs.")
        .takesText(it -> partition = Optional.of(it));
    options
        .flag("--housekeeping")
        .says("On the CPUs that are not isolated, and out of a partition.")
        .sets(it -> housekeeping = it);
    options.flag("--anyway").says("Also on CPUs that are not isolated.").sets(it -> anyway = it);
    options
        .option("--policy", "POLICY")
        .says("Scheduling policy: fifo:N, rr:N (1 to 99), other or batch. Default: unchanged.")
        .takes(new PolicyConverter(), it -> policy = Optional.of(it));
    options.flag("--spread").says("Each thread on one CPU of its own.").sets(it -> spread = it);
    options
        .option("--pid", "PID")
        .says("Move this process.")
        .takesNumber(it -> pid = Optional.of(it));
    options
        .flag("--follow")
        .says("With --pid: stay, and place threads that it makes later too, until it ends.")
        .sets(it -> follow = it);
    options.arguments(
        "COMMAND", "The command with its arguments, best after --.", it -> command = it);
    output.list(options);
    colour.list(options);
    HelpOption.list(options);
  }

  @Override
  public List<ExitCode> exitCodes() {
    return List.of(
        ExitCode.FINE,
        ExitCode.USAGE,
        ExitCode.UNDECIDED,
        ExitCode.CHANGE_FAILED,
        ExitCode.NOT_EXECUTABLE,
        ExitCode.NOT_FOUND);
  }

  @Override
  public boolean endsWithCommand() {
    return true;
  }

  @Override
  public ExitCode run(Session session) {
    check();
    var machine = session.inspector().machine(Optional.empty(), Optional.empty());
    var programs = session.inspector().programs(machine);
    var placement = placement(machine, programs);
    if (placement.pilesUp() && !spread) {
      Notice.to(
          session.terminal(),
          "isolctl run: nothing balances over CPUs "
              + placement.cpus()
              + ": threads that share them stay on one; --spread gives each its own.");
    }
    return pid.map(number ->
            new MoveRun(programs, placement, policy, spread)
                .run(session, number, follow, output.format, colour))
        .orElseGet(() -> new CommandRun(programs, placement, policy).run(command, beside()));
  }

  private void check() {
    if (pid.isPresent() == !command.isEmpty()) {
      throw CommandException.usage(
          "say what to run: a COMMAND after --, or --pid PID for a process that runs already.");
    }
    if (pid.isPresent() && pid.get() < 1) {
      throw CommandException.usage("--pid " + pid.get() + " is no process id.");
    }
    if (housekeeping && (cpus.isPresent() || partition.isPresent())) {
      throw CommandException.usage(
          "--housekeeping names the CPUs; leave --cpus and --partition out.");
    }
    if (pid.isEmpty() && (follow || output.format == Format.JSON)) {
      throw CommandException.usage(
          "--follow and --format json are for --pid: a command speaks for itself.");
    }
  }

  private Placement placement(MachineFacts machine, Programs programs) {
    var placements =
        new Placements(
            Isolation.of(machine, Optional.empty()),
            online(machine),
            machine.cgroups().partitions(),
            pid.flatMap(number -> programs.group(number).toOptional()));
    return switch (placements.decide(new Wish(cpus, partition, housekeeping, anyway))) {
      case Decision.Place(var place) -> place;
      case Decision.Refuse(var why) -> throw CommandException.usage(why + ".");
    };
  }

  private static CpuSet online(MachineFacts machine) {
    var online = machine.cpus().online();
    return online
        .toOptional()
        .orElseThrow(() ->
            CommandException.unfinished(online.source() + " cannot be read: is /sys mounted?"));
  }

  /// What a second isolctl shall be started with, to look after the command's threads.
  private Optional<List<String>> beside() {
    if (!spread) {
      return Optional.empty();
    }
    var words = new ArrayList<String>(List.of("run", "--spread", "--follow", "--pid"));
    words.add(Long.toString(ProcessHandle.current().pid()));
    cpus.ifPresent(list -> words.addAll(List.of("--cpus", list.toList())));
    partition.ifPresent(name -> words.addAll(List.of("--partition", name)));
    if (housekeeping) {
      words.add("--housekeeping");
    }
    if (anyway) {
      words.add("--anyway");
    }
    return Optional.of(words);
  }
}
