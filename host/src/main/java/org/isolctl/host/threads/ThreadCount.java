package org.isolctl.host.threads;

import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadCensus;

/// How many threads a machine has, without a look at every one.
///
/// The kernel counts its threads: the number after the slash in `/proc/loadavg` is that of all, in
/// whatever PID namespace (`nr_threads` in fs/proc/loadavg.c, 3.10 to 7.3). And it lists the
/// children of kthreadd: {@link ChildrenFile}.
public final class ThreadCount {
  private static final int KTHREADD = 2;
  private static final String COUNT = "/proc/loadavg";

  private final MachineFiles files;
  private final TaskFiles tasks;

  public ThreadCount(MachineFiles files) {
    this.files = files;
    this.tasks = new TaskFiles(files);
  }

  /// A census that names no thread; empty where the kernel does not count, or where kernel threads
  /// are hidden: then each thread that can be seen has to be counted.
  public Optional<ThreadCensus> take() {
    if (!isKernelThread(KTHREADD)
        || !(files.text(COUNT).parse(ThreadCount::all) instanceof Reading.Present<Integer> all)
        || !(files.text(ChildrenFile.of(KTHREADD)).parse(ChildrenFile::parse)
            instanceof Reading.Present<int[]> tids)) {
      return Optional.empty();
    }
    int kernel = 1;
    for (int tid : tids.value()) {
      if (isKernelThread(tid)) {
        kernel++;
      }
    }
    return Optional.of(new ThreadCensus(all.value(), kernel, 0, false, List.of()));
  }

  private boolean isKernelThread(int tid) {
    return tasks.stat(tid, tid) instanceof Reading.Present<StatParser.Parsed>(_, var parsed)
        && parsed.stat().isKernelThread();
  }

  /// `0.04 0.11 0.09 1/5163 8115`.
  private static int all(String loadavg) {
    int slash = loadavg.indexOf('/');
    int end = loadavg.indexOf(' ', slash + 1);
    if (slash < 0 || end < 0) {
      throw new IllegalArgumentException("names no number of threads");
    }
    return Integer.parseInt(loadavg, slash + 1, end, 10);
  }
}
