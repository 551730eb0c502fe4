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
    if (mounts instanceof Reading.Present<List<MountTable.Mount>>(var source, var list)) {
      return first(list, mount -> mount.type().equals("cgroup2"))
          .map(place -> Reading.present(source, place))
          .orElseGet(() -> Reading.absent(source));
    }
    // No table in this capture: the place where every distribution mounts it.
    var controllers = USUAL_PLACE + "/cgroup.controllers";
    return mounts instanceof Reading.Absent<List<MountTable.Mount>>
            && files.bytes(controllers) instanceof Reading.Present<byte[]>
        ? Reading.present(controllers, USUAL_PLACE)
        : mounts.parse(_ -> USUAL_PLACE);
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
