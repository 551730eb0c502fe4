package org.isolctl.host.threads;

import java.util.StringTokenizer;

/// The list of the children that a process of one thread has: `/proc/PID/task/PID/children`
/// (CONFIG_PROC_CHILDREN, fs/proc/array.c). Those of kthreadd are the kernel threads, beside now
/// and then a program that the kernel itself started.
public final class ChildrenFile {
  private ChildrenFile() {}

  /// Its path.
  public static String of(int pid) {
    return "/proc/" + pid + "/task/" + pid + "/children";
  }

  /// The numbers in its text, for instance `3 4 125 `, in their order.
  ///
  /// @throws NumberFormatException when there is something else
  public static int[] parse(String text) {
    var words = new StringTokenizer(text);
    int[] tids = new int[words.countTokens()];
    for (int i = 0; i < tids.length; i++) {
      tids[i] = Integer.parseInt(words.nextToken());
    }
    return tids;
  }
}
