package org.isolctl.host.act;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// Slices of systemd to which CPUs are given (`AllowedCPUs=`, systemd.resource-control(5)), by unit
/// files below `/run`, so that a reboot takes them away.
///
/// @param root of the cgroup v2 hierarchy
/// @param unitFolders where a slice of somebody else would be defined
record Slices(MachineFiles files, Optional<Path> root, List<Path> unitFolders) {
  static final List<Path> UNIT_FOLDERS =
      List.of(
          Path.of("/etc/systemd/system"),
          Path.of("/usr/local/lib/systemd/system"),
          Path.of("/usr/lib/systemd/system"),
          Path.of("/lib/systemd/system"));

  private static final String CPUS = "AllowedCPUs=";

  Look look(Target.OfSlice slice) {
    return switch (files.text(slice.unit()).parse(Slices::parse)) {
      case Reading.Present<CpuSet>(_, var cpus) -> Look.holds(Value.of(cpus));
      case Reading.Absent<CpuSet> _ ->
          isTaken(slice)
              ? new Look.Unreadable("there is a " + slice.title() + " already: take another name")
              : Look.holds(Target.OfSlice.NONE);
      case Reading.Denied<CpuSet>(var source, var needs) ->
          new Look.Unreadable(source + " needs " + needs);
      case Reading.Malformed<CpuSet>(var source, var problem) ->
          new Look.Unreadable(source + ": " + problem);
    };
  }

  /// What is not written by us is not ours to change.
  static CpuSet parse(String unit) {
    if (!unit.startsWith(text("")) || unit.indexOf(CPUS) < 0) {
      throw new IllegalArgumentException("this slice was not made by isolctl");
    }
    return CpuSet.parseList(unit.substring(unit.indexOf(CPUS) + CPUS.length()).strip());
  }

  private static String text(String cpus) {
    return "[Unit]\nDescription=CPUs that isolctl keeps apart\n\n[Slice]\n" + CPUS + cpus;
  }

  private boolean isTaken(Target.OfSlice slice) {
    return group(slice).filter(Files::exists).isPresent()
        || unitFolders.stream()
            .anyMatch(folder -> Files.exists(folder.resolve(slice.name() + ".slice")));
  }

  private Optional<Path> group(Target.OfSlice slice) {
    return root.map(folder -> folder.resolve(slice.path().substring(1)));
  }

  Answer set(Target.OfSlice slice, Value value) {
    try {
      return value instanceof Value.Cpus(var cpus) ? make(slice, cpus) : remove(slice);
    } catch (IOException e) {
      return new Answer.Refused("slice", String.valueOf(e.getMessage()), false);
    }
  }

  private static Answer make(Target.OfSlice slice, CpuSet cpus) throws IOException {
    Files.writeString(Path.of(slice.unit()), text(cpus.toList()) + "\n", StandardCharsets.US_ASCII);
    var reload = Systemctl.run("daemon-reload");
    return reload instanceof Answer.Done ? Systemctl.run("start", unit(slice)) : reload;
  }

  /// To stop a slice stops all in it: that is for whoever started it.
  private Answer remove(Target.OfSlice slice) throws IOException {
    if (isPopulated(slice)) {
      return new Answer.Refused("EBUSY", "processes still live in " + slice.title(), false);
    }
    var stop = Systemctl.run("stop", unit(slice));
    if (!(stop instanceof Answer.Done)) {
      return stop;
    }
    Files.deleteIfExists(Path.of(slice.unit()));
    return Systemctl.run("daemon-reload");
  }

  private static String unit(Target.OfSlice slice) {
    return slice.name() + ".slice";
  }

  private boolean isPopulated(Target.OfSlice slice) {
    return group(slice)
        .flatMap(folder -> files.text(folder.resolve("cgroup.events").toString()).toOptional())
        .map(events -> events.contains("populated 1"))
        .orElse(false);
  }
}
