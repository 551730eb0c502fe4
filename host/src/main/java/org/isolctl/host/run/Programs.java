package org.isolctl.host.run;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.run.SchedulingPolicy;

/// The programs of a machine, as `isolctl run` moves and starts them. Tid 0 is the calling thread,
/// pid 0 this process.
public interface Programs {
  /// The masks of all threads of a process, by tid.
  Reading<SortedMap<Integer, CpuSet>> threads(int pid);

  /// The name of a process, for people.
  Reading<String> name(int pid);

  /// What tells a process from a later one with the same id: when it started, in clock ticks after
  /// boot.
  Reading<Long> started(int pid);

  /// The cgroup v2 group of a process; absent where there are none.
  Reading<String> group(int pid);

  /// Sets the mask of a thread and reads it back.
  AffinityResult setMask(int tid, CpuSet mask);

  /// Sets the scheduling policy of a thread.
  ///
  /// @return the error, empty when it was taken
  Optional<Errno> setPolicy(int tid, SchedulingPolicy policy);

  /// Moves a process, all its threads with it, into a group.
  ///
  /// @param group its path below the root of the cgroup v2 hierarchy
  /// @return the error, empty when it was taken
  Optional<Errno> join(int pid, String group);

  /// Starts another isolctl that outlives this one, is no child of it, and writes nowhere.
  ///
  /// @param words its verb and options
  /// @return false where it is not known how this one was started
  boolean startBeside(List<String> words);

  /// Makes this process the command, which is searched for in `PATH`. Descriptors, environment,
  /// process id, terminal and signals are those that this process was started with.
  ///
  /// @return why it failed; else it does not return
  Errno become(List<String> command);

  /// Whether a process is still an isolctl that is about to become something else.
  boolean isStillIsolctl(int pid);
}
