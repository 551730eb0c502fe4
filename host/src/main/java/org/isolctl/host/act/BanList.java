package org.isolctl.host.act;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// The CPUs that irqbalance is told to keep away from: a file of variables that a drop-in of its
/// service names. systemd reads such files after those of the unit itself, and the last setting of
/// a variable counts (systemd.exec(5)). Both files lie below `/run`, so a reboot takes them away.
///
/// @param banList the file of variables
/// @param dropIn the drop-in
record BanList(MachineFiles files, Path banList, Path dropIn) {
  private static final String VARIABLE = "IRQBALANCE_BANNED_CPULIST=";
  private static final String UNIT = "irqbalance.service";

  /// The first line of a drop-in whose folder was made for it.
  private static final String OUR_FOLDER =
      "# isolctl made this folder, and removes it when it is empty.\n";

  static BanList ofSystemd(MachineFiles files) {
    return new BanList(
        files,
        Path.of(Target.OfIrqbalance.BAN_LIST),
        Path.of("/run/systemd/system/" + UNIT + ".d/50-isolctl.conf"));
  }

  Look look() {
    return switch (files.text(banList.toString()).parse(BanList::parse)) {
      case Reading.Present<CpuSet>(_, var cpus) -> Look.holds(Value.of(cpus));
      case Reading.Absent<CpuSet> _ -> Look.holds(Target.OfIrqbalance.NONE);
      case Reading.Denied<CpuSet>(var source, var needs) ->
          new Look.Unreadable(source + " needs " + needs);
      case Reading.Malformed<CpuSet>(var source, var problem) ->
          new Look.Unreadable(source + ": " + problem);
    };
  }

  static CpuSet parse(String text) {
    if (!text.startsWith(VARIABLE)) {
      throw new IllegalArgumentException("does not begin with " + VARIABLE);
    }
    return CpuSet.parseList(text.substring(VARIABLE.length()));
  }

  Answer set(Value value) {
    if (!Systemctl.isThere()) {
      return new Answer.Refused(
          "no systemd",
          "irqbalance is not run by systemd here: start it with IRQBALANCE_BANNED_CPULIST="
              + value.text()
              + " in its environment",
          false);
    }
    try {
      if (value instanceof Value.Cpus(var cpus)) {
        write(cpus);
      } else {
        remove();
      }
      return restart();
    } catch (IOException e) {
      return new Answer.Refused("drop-in", String.valueOf(e.getMessage()), false);
    }
  }

  /// Writes both files.
  void write(CpuSet cpus) throws IOException {
    write(banList, VARIABLE + cpus.toList() + "\n");
    boolean made = !Files.exists(folder()) || isFolderOurs();
    write(dropIn, (made ? OUR_FOLDER : "") + "[Service]\nEnvironmentFile=" + banList + "\n");
  }

  private static void write(Path file, String text) throws IOException {
    var folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text, StandardCharsets.US_ASCII);
  }

  /// Takes both files away, and the folder of the drop-in where it was not there before and nobody
  /// else has put anything into it since.
  void remove() throws IOException {
    boolean ours = isFolderOurs();
    Files.deleteIfExists(dropIn);
    Files.deleteIfExists(banList);
    if (ours) {
      try {
        Files.deleteIfExists(folder());
      } catch (DirectoryNotEmptyException e) {
        // Somebody else's drop-in is in it by now.
      }
    }
  }

  private boolean isFolderOurs() {
    return files
        .text(dropIn.toString())
        .toOptional()
        .filter(text -> text.startsWith(OUR_FOLDER))
        .isPresent();
  }

  private Path folder() {
    return Objects.requireNonNull(dropIn.getParent(), "a drop-in lies in a folder");
  }

  /// A service that does not run stays stopped.
  private static Answer restart() throws IOException {
    var reload = Systemctl.run("daemon-reload");
    return reload instanceof Answer.Done ? Systemctl.run("try-restart", UNIT) : reload;
  }
}
