package org.isolctl.host.threads;

/// `/proc/TGID/task/TID/cgroup` (proc_cgroup_show() in kernel/cgroup/cgroup.c): lines
/// `hierarchy:controllers:path`.
final class CgroupLines {
  private CgroupLines() {}

  /// The path in version 2, or else that of the v1 hierarchy with the cpuset controller.
  ///
  /// @throws IllegalArgumentException when there is neither
  static String path(String text) {
    var cpuset = "";
    for (String line : text.split("\n", -1)) {
      int first = line.indexOf(':');
      int second = line.indexOf(':', first + 1);
      if (first < 0 || second < 0) {
        continue;
      }
      var path = line.substring(second + 1);
      var controllers = "," + line.substring(first + 1, second) + ",";
      if (line.startsWith("0::")) {
        return path;
      }
      if (controllers.contains(",cpuset,")) {
        cpuset = path;
      }
    }
    if (cpuset.isEmpty()) {
      throw new IllegalArgumentException("names neither a v2 cgroup nor a cpuset");
    }
    return cpuset;
  }
}
