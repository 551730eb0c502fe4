package org.isolctl.host.threads;

import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;

/// The files of one thread of which nothing but the tid is known: `/proc/TID/task/TID` is there for
/// every thread, whatever its group, and does not sum up the group.
public record SingleThread(MachineFiles files, int tid) {

  /// Its `stat`.
  public Reading<ThreadStat> stat() {
    return new TaskFiles(files).stat(tid, tid).parse(StatParser.Parsed::stat);
  }

  /// Its whole mask, CPUs that are offline included.
  public Reading<CpuSet> mask() {
    return new TaskFiles(files).status(tid, tid).parse(StatusParser.Parsed::mask);
  }
}
