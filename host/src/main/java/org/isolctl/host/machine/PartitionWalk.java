package org.isolctl.host.machine;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.CgroupFacts;
import org.isolctl.model.facts.Reading;

/// The cgroup v2 partitions.
final class PartitionWalk {
  private final MachineFiles files;
  private final ValueFiles values;

  PartitionWalk(MachineFiles files) {
    this.files = files;
    this.values = new ValueFiles(files);
  }

  List<CgroupFacts.Partition> below(String root) {
    var partitions = new ArrayList<CgroupFacts.Partition>();
    boolean all = new GroupTree(files, root).walk(path -> visit(root, path, partitions));
    if (!all) {
      partitions.add(notVisited(root));
    }
    return List.copyOf(partitions);
  }

  /// A group without the file has no cpuset controller, and then neither have its children. The
  /// root has no such file either.
  private boolean visit(String root, String path, List<CgroupFacts.Partition> partitions) {
    if (path.isEmpty()) {
      return true;
    }
    var folder = root + path;
    var state = values.line(folder + "/cpuset.cpus.partition");
    if (state instanceof Reading.Absent<String>) {
      return false;
    }
    if (!state.toOptional().map("member"::equals).orElse(false)) {
      partitions.add(
          new CgroupFacts.Partition(
              path,
              state,
              values.cpulist(folder + "/cpuset.cpus"),
              values.cpulist(folder + "/cpuset.cpus.effective")));
    }
    return true;
  }

  private static CgroupFacts.Partition notVisited(String root) {
    var problem = "more than " + GroupTree.MOST_GROUPS + " groups: not all were looked at";
    return new CgroupFacts.Partition(
        "/",
        Reading.malformed(root, problem),
        Reading.malformed(root, problem),
        Reading.malformed(root, problem));
  }
}
