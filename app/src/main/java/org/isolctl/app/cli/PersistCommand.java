package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.app.render.PersistJson;
import org.isolctl.app.render.PersistText;
import org.isolctl.host.persist.BootFolder;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Isolation;
import org.isolctl.model.persist.BootFiles;
import org.isolctl.model.persist.BootLoader;
import org.isolctl.model.persist.FileChange;
import org.isolctl.model.persist.Persistence;
import org.isolctl.model.predict.Fix;

/// `isolctl persist`.
final class PersistCommand implements Command {
  private static final Path THIS_MACHINE = Path.of("/");

  boolean bootLine;

  Optional<CpuSet> cpus = Optional.empty();

  boolean remove;

  boolean dryRun;

  Optional<BootLoader> loader = Optional.empty();

  final PersistTarget target = new PersistTarget();
  final ConsentOption consent = new ConsentOption();
  final FormatOption output = new FormatOption();
  final ColourOption colour = new ColourOption();

  @Override
  public HelpPage page() {
    return new HelpPage(
        "Keep the isolation over reboots, in the boot loader's files.",
        List.of(
            "Writes the words that isolate CPUs as fully as this kernel can ('isolctl predict"
                + " --fix') where the boot loader takes its line from. Shows each change first and"
                + " asks; keeps a backup beside each file; touches no other word of a line. A"
                + " second run finds nothing to do, and --remove takes out what was written, and"
                + " nothing else.",
            "",
            "It knows GRUB with the drop-ins of Debian and Ubuntu, the entries of Fedora, its kin"
                + " and systemd-boot, /etc/kernel/cmdline of kernel-install, and the Raspberry"
                + " Pi."),
        List.of(
            "Examples:",
            "  isolctl persist --boot-line                     for the CPUs that are isolated now",
            "  isolctl persist --boot-line --cpus 2-3 --dry-run",
            "  isolctl persist --boot-line --remove",
            "  isolctl persist --boot-line --cpus 2-3 --kernel 6.12 --machine-cpus 4 --root /mnt"));
  }

  @Override
  public void list(OptionList options) {
    options
        .flag("--boot-line")
        .required()
        .says("Keep it in the boot line.")
        .sets(it -> bootLine = it);
    options
        .option("--cpus", "CPULIST")
        .says("The CPUs to isolate. Default: those that are isolated now.")
        .takes(new CpulistConverter(), it -> cpus = Optional.of(it));
    options.flag("--remove").says("Take out what isolctl wrote.").sets(it -> remove = it);
    options
        .flag("--dry-run")
        .says("Show what would be written, and write nothing.")
        .sets(it -> dryRun = it);
    options
        .option("--loader", "NAME")
        .says(
            "grub, entries, kernel-install or raspberry-pi, where several fit. Default: the one"
                + " that the files speak for.")
        .takes(new LoaderConverter(), it -> loader = Optional.of(it));
    target.list(options);
    consent.list(options);
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
    if (remove && cpus.isPresent()) {
      throw CommandException.usage("--remove takes out whatever was written; leave --cpus out.");
    }
    var folder = new BootFolder(target.root.orElse(THIS_MACHINE));
    var files = read(folder);
    var chosen = choose(files);
    var plan = plan(files, chosen, remove ? List.of() : words(session));
    var why = files.fitting().getOrDefault(chosen, "--loader names it");
    var shown =
        PersistText.plan(plan, why, files.fitting().keySet(), colour.paper(session.terminal()));
    boolean write = !plan.isNothing() && !dryRun;
    if (write && !consent.obtain(session.terminal(), () -> shown)) {
      session.answer().print("Nothing was changed.\n");
      return ExitCode.FINE;
    }
    if (write) {
      plan.changes().forEach(change -> write(folder, change));
    }
    boolean ran = write && target.root.isEmpty() && runNext(plan);
    session
        .answer()
        .print(
            switch (output.format) {
              case JSON -> PersistJson.render(plan, why, write, ran);
              case TEXT ->
                  shown + PersistText.result(plan, write, ran, colour.paper(session.terminal()));
            });
    return ExitCode.FINE;
  }

  private List<String> words(Session session) {
    target.check(cpus.isPresent());
    var inputs = new PredictTarget(target.options(), session.inspector());
    var kernel = inputs.kernel();
    var wanted = cpus.orElseGet(() -> isolatedNow(session));
    try {
      var input = inputs.input(kernel, "");
      var fix = Fix.of(input, wanted);
      return List.of(fix.bootLine().split(" ", -1));
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(e.getMessage() + ".");
    }
  }

  private CpuSet isolatedNow(Session session) {
    var machine = session.inspector().machine(Optional.empty(), target.root);
    var isolated = Isolation.of(machine, Optional.empty()).all();
    if (isolated.isEmpty()) {
      throw CommandException.usage("no CPU is isolated now: name those to isolate with --cpus.");
    }
    return isolated;
  }

  private BootLoader choose(BootFiles files) {
    if (loader.isPresent()) {
      return loader.get();
    }
    return files.fitting().keySet().stream()
        .findFirst()
        .orElseThrow(() ->
            CommandException.unfinished(
                "no boot loader is found whose files isolctl knows below "
                    + target.root.orElse(THIS_MACHINE)
                    + " ('isolctl persist --help' lists them); 'isolctl predict --fix' gives"
                    + " the words to write by hand."));
  }

  private static Persistence plan(BootFiles files, BootLoader loader, List<String> words) {
    try {
      return Persistence.of(files, loader, words);
    } catch (Persistence.RefusedException | IllegalArgumentException e) {
      throw CommandException.unfinished(e.getMessage() + ".", e);
    }
  }

  private static BootFiles read(BootFolder folder) {
    try {
      return folder.read();
    } catch (IOException e) {
      throw CommandException.unfinished("cannot read " + IoReasons.of(e) + ".", e);
    }
  }

  private static void write(BootFolder folder, FileChange change) {
    try {
      folder.write(change);
    } catch (IOException e) {
      throw CommandException.changeFailed(
          "cannot write "
              + change.path()
              + ": "
              + IoReasons.of(e)
              + "; what was written before it stands, and --remove takes it out.",
          e);
    }
  }

  /// Debian's update-grub only makes /boot/grub/grub.cfg anew.
  private static boolean runNext(Persistence plan) {
    if (plan.loader() != BootLoader.GRUB) {
      return false;
    }
    try {
      var process =
          new ProcessBuilder("update-grub")
              .redirectOutput(ProcessBuilder.Redirect.to(Path.of("/dev/stderr").toFile()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      int code = process.waitFor();
      if (code == 0) {
        return true;
      }
      throw CommandException.changeFailed(
          "update-grub ended with " + code + "; the drop-in is written, but not in effect.");
    } catch (IOException e) {
      throw CommandException.changeFailed(
          "update-grub could not be run; the drop-in is written, but not in effect.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
