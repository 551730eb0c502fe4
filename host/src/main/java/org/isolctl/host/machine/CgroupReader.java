package org.isolctl.host.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.CgroupFacts;
import org.isolctl.model.facts.Reading;

/// CPU sets of cgroups, of both versions.
final class CgroupReader {
  private static final String USUAL_PLACE = "/sys/fs/cgroup";

  private final MachineFiles files;
  private final ValueFiles values;

  CgroupReader(MachineFiles files) {
    this.files = files;
    this.values = new ValueFiles(files);
  }

  CgroupFacts read() {
    var mounts = mounts();
    var version2 = version2Root(mounts);
    var root = version2.toOptional();
    return new CgroupFacts(
        version2,
        root.isPresent()
            ? values.cpulist(root.get() + "/cpuset.cpus.isolated")
            : Reading.absent(USUAL_PLACE + "/cpuset.cpus.isolated"),
        root.isPresent() ? new PartitionWalk(files).below(root.get()) : List.of(),
        version1Root(mounts).map(place -> new Version1Walk(files).below(place)).orElse(List.of()));
  }

  /// The mounts that this process sees; a capture may have them under either name.
  private Reading<List<MountTable.Mount>> mounts() {
    var own = files.text("/proc/self/mounts").parse(MountTable::parse);
    return own instanceof Reading.Absent<List<MountTable.Mount>>
        ? files.text("/proc/mounts").parse(MountTable::parse)
        : own;
  }

  private Reading<String> version2Root(Reading<List<MountTable.Mount>> mounts) {
    return switch (mounts) {
      case Reading.Present<List<MountTable.Mount>>(var source, var list) ->
          first(list, mount -> mount.type().equals("cgroup2"))
              .map(place -> Reading.present(source, place))
              .orElseGet(() -> Reading.absent(source));
      // No table in this capture: the place where every distribution mounts it.
      case Reading.Absent<List<MountTable.Mount>>(var source) ->
          files.bytes(USUAL_PLACE + "/cgroup.controllers") instanceof Reading.Present<byte[]>
              ? Reading.present(USUAL_PLACE + "/cgroup.controllers", USUAL_PLACE)
              : Reading.absent(source);
      case Reading.Denied<List<MountTable.Mount>>(var source, var needs) ->
          Reading.denied(source, needs);
      case Reading.Malformed<List<MountTable.Mount>>(var source, var problem) ->
          Reading.malformed(source, problem);
    };
  }

  private static Optional<String> version1Root(Reading<List<MountTable.Mount>> mounts) {
    return mounts
        .toOptional()
        .flatMap(list ->
            first(
                list,
                mount -> mount.type().equals("cgroup") && mount.options().contains("cpuset")));
  }

  private static Optional<String> first(
      List<MountTable.Mount> mounts, Predicate<MountTable.Mount> wanted) {
    var places = new ArrayList<String>();
    for (var mount : mounts) {
      if (wanted.test(mount)) {
        places.add(mount.place());
      }
    }
    return places.stream().findFirst();
  }
}
