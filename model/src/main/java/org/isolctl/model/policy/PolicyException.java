package org.isolctl.model.policy;

import java.util.Optional;
import org.isolctl.model.thread.ThreadClass;

/// Threads that may reach isolated CPUs. What is given must match, all of it.
///
/// @param comm a glob over the thread's name: `*` any run of characters, `?` one character
/// @param cgroup a glob over its cgroup's path, for instance `/machine.slice/*`
/// @param reason why; printed with everything that it lets through
public record PolicyException(
    Optional<Glob> comm, Optional<Glob> cgroup, Optional<ThreadClass> threadClass, String reason) {
  public PolicyException {
    if (comm.isEmpty() && cgroup.isEmpty() && threadClass.isEmpty()) {
      throw new IllegalArgumentException(
          "an exception needs a comm, a cgroup or a class to match by");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("an exception needs a reason");
    }
  }

  /// Whether a thread is let through.
  ///
  /// @param threadCgroup the path of its cgroup, empty where it is not known: then an exception by
  ///   cgroup does not match
  public boolean matches(
      String threadComm, ThreadClass threadsClass, Optional<String> threadCgroup) {
    return comm.map(glob -> glob.matches(threadComm)).orElse(true)
        && threadClass.map(wanted -> wanted == threadsClass).orElse(true)
        && cgroup.map(glob -> threadCgroup.map(glob::matches).orElse(false)).orElse(true);
  }
}
