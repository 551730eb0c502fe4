package org.isolctl.host.act;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.linux.KernelFile;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// Groups of the cgroup v2 hierarchy and what their files hold.
final class Groups {
  private static final String PRESENT = "present";
  private static final String ABSENT = "absent";
  private static final String ON = "on";
  private static final String OFF = "off";

  private final MachineFiles files;
  private final KernelFile kernel;
  private final Optional<Path> root;

  Groups(MachineFiles files, KernelFile kernel, Optional<Path> root) {
    this.files = files;
    this.kernel = kernel;
    this.root = root;
  }

  /// The CPUs that no partition has; empty where that cannot be read.
  Optional<CpuSet> outsidePartitions() {
    return root.flatMap(
        _ -> files.text(file("/", "cpuset.cpus.effective")).parse(CpuSet::parseList).toOptional());
  }

  Look look(Target target) {
    if (root.isEmpty()) {
      return new Look.Unreadable("no cgroup v2 hierarchy is mounted");
    }
    return switch (target) {
      case Target.OfGroup(var path) ->
          Look.holds(
              Value.of(
                  Files.isDirectory(folder(path), LinkOption.NOFOLLOW_LINKS) ? PRESENT : ABSENT));
      case Target.OfCpusetController(var path) ->
          word(files.text(file(path, "cgroup.subtree_control")).parse(Groups::cpusetSwitch));
      case Target.OfGroupCpus(var path) -> MaskFile.list(file(path, "cpuset.cpus")).look(files);
      case Target.OfPartition(var path) ->
          word(files.text(file(path, "cpuset.cpus.partition")).parse(String::strip));
      case Target.OfThread _,
          Target.OfWorkqueue _,
          Target.OfIrq _,
          Target.OfIrqDefault _,
          Target.OfReceiveQueue _,
          Target.OfWatchdog _,
          Target.OfIrqbalance _,
          Target.OfSlice _ ->
          throw new IllegalArgumentException(target.title() + " is no part of a group");
    };
  }

  private static String cpusetSwitch(String controllers) {
    return List.of(controllers.strip().split(" ", -1)).contains("cpuset") ? ON : OFF;
  }

  private static Look word(Reading<String> reading) {
    return switch (reading.parse(Value::of)) {
      case Reading.Present<Value>(_, var value) -> Look.holds(value);
      case Reading.Absent<Value> _ -> new Look.Gone();
      case Reading.Denied<Value>(var source, var needs) ->
          new Look.Unreadable(source + " needs " + needs);
      case Reading.Malformed<Value>(var source, var problem) ->
          new Look.Unreadable(source + ": " + problem);
    };
  }

  Answer set(Target target, String word) {
    return switch (target) {
      case Target.OfGroup(var path) ->
          word.equals(PRESENT) ? make(target, path) : remove(target, path);
      case Target.OfCpusetController(var path) ->
          write(
              target,
              file(path, "cgroup.subtree_control"),
              word.equals(ON) ? "+cpuset" : "-cpuset");
      case Target.OfPartition(var path) -> write(target, file(path, "cpuset.cpus.partition"), word);
      case Target.OfGroupCpus _,
          Target.OfThread _,
          Target.OfWorkqueue _,
          Target.OfIrq _,
          Target.OfIrqDefault _,
          Target.OfReceiveQueue _,
          Target.OfWatchdog _,
          Target.OfIrqbalance _,
          Target.OfSlice _ ->
          throw new IllegalArgumentException(target.title() + " takes no '" + word + "'");
    };
  }

  Answer set(Target.OfGroupCpus target, CpuSet cpus) {
    return write(target, file(target.path(), "cpuset.cpus"), cpus.toList());
  }

  private Answer write(Target target, String path, String text) {
    return kernel
        .write(path, text + "\n")
        .map(errno -> Explanation.ofFile(target, errno))
        .orElseGet(Answer.Done::new);
  }

  private Answer make(Target target, String path) {
    try {
      Files.createDirectory(folder(path));
      return new Answer.Done();
    } catch (FileAlreadyExistsException e) {
      return new Answer.Done();
    } catch (IOException e) {
      return failed(target, e);
    }
  }

  private Answer remove(Target target, String path) {
    try {
      Files.delete(folder(path));
      return new Answer.Done();
    } catch (NoSuchFileException e) {
      return new Answer.Done();
    } catch (IOException e) {
      return failed(target, e);
    }
  }

  private static Answer failed(Target target, IOException e) {
    var reason =
        e instanceof FileSystemException failure && failure.getReason() != null
            ? failure.getReason()
            : String.valueOf(e.getMessage());
    boolean busy = e instanceof DirectoryNotEmptyException || reason.contains("busy");
    return new Answer.Refused(
        busy ? "EBUSY" : "mkdir or rmdir",
        busy ? "processes, or groups, still live in " + target.title() : reason,
        false);
  }

  private Path folder(String path) {
    return root.orElseThrow().resolve(path.substring(1));
  }

  private String file(String path, String name) {
    return folder(path).resolve(name).toString();
  }
}
