package org.isolctl.host.machine;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.CgroupFacts;
import org.isolctl.model.facts.Reading;

/// The cgroup v1 cpusets that isolate: exclusive ones, and those that are not balanced.
final class Version1Walk {
  private final MachineFiles files;
  private final ValueFiles values;

  Version1Walk(MachineFiles files) {
    this.files = files;
    this.values = new ValueFiles(files);
  }

  List<CgroupFacts.Version1Set> below(String root) {
    var sets = new ArrayList<CgroupFacts.Version1Set>();
    boolean all = new GroupTree(files, root).walk(path -> visit(root, path, sets));
    if (!all) {
      var problem = "more than " + GroupTree.MOST_GROUPS + " groups: not all were looked at";
      sets.add(
          new CgroupFacts.Version1Set(
              "/",
              Reading.malformed(root, problem),
              Reading.malformed(root, problem),
              Reading.malformed(root, problem)));
    }
    return List.copyOf(sets);
  }

  private boolean visit(String root, String path, List<CgroupFacts.Version1Set> sets) {
    var folder = root + path;
    var exclusive = values.flag(folder + "/cpuset.cpu_exclusive");
    var balanced = values.flag(folder + "/cpuset.sched_load_balance");
    // The root set is always exclusive; that says nothing.
    boolean isolates = !path.isEmpty() && exclusive.toOptional().orElse(false);
    boolean unbalanced = !balanced.toOptional().orElse(true);
    if (isolates || unbalanced) {
      sets.add(
          new CgroupFacts.Version1Set(
              path.isEmpty() ? "/" : path,
              values.cpulist(folder + "/cpuset.cpus"),
              exclusive,
              balanced));
    }
    return true;
  }
}
