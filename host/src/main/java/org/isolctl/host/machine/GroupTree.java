package org.isolctl.host.machine;

import java.util.ArrayDeque;
import org.isolctl.host.files.MachineFiles;

/// A walk over the groups of a cgroup hierarchy, parents before children.
final class GroupTree {
  /// More groups than any machine has in practice; a walk must end on a hostile capture too.
  static final int MOST_GROUPS = 20_000;

  private final MachineFiles files;
  private final String root;

  /// @param root where the hierarchy is mounted
  GroupTree(MachineFiles files, String root) {
    this.files = files;
    this.root = root;
  }

  /// Looks at one group.
  interface GroupVisitor {
    /// Looks at a group.
    ///
    /// @param path from the root of the hierarchy; empty for the root itself
    /// @return whether its children are to be visited
    boolean visit(String path);
  }

  /// Visits the root and everything below that the visitor wants.
  ///
  /// @return whether all were visited
  boolean walk(GroupVisitor visitor) {
    var open = new ArrayDeque<String>();
    open.add("");
    int left = MOST_GROUPS;
    while (!open.isEmpty()) {
      if (left-- == 0) {
        return false;
      }
      var path = open.remove();
      if (visitor.visit(path)) {
        for (String child : Names.sorted(files.folders(root + path))) {
          open.add(path + "/" + child);
        }
      }
    }
    return true;
  }
}
