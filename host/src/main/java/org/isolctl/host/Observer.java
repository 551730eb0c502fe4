package org.isolctl.host;

import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.machine.MachineReader;
import org.isolctl.host.threads.Masks;
import org.isolctl.host.threads.ThreadScan;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.ThreadCensus;

/// One look at a machine.
///
/// Nothing that is read here is a command line or an environment of a process.
public final class Observer {
  private final MachineFiles files;
  private final ThreadScan scan;

  Observer(MachineFiles files, Masks masks, boolean live) {
    this.files = files;
    this.scan = new ThreadScan(files, masks);
  }

  /// Everything but the threads.
  public MachineFacts machine() {
    return MachineReader.read(files, scan.leaders());
  }

  /// Every thread group leader, and the other threads whose mask reaches `interest`.
  public ThreadCensus threads(CpuSet interest) {
    return scan.census(interest, hasOffline(interest));
  }

  private boolean hasOffline(CpuSet interest) {
    var possible = cpus("possible");
    return !interest.intersect(possible).isSubsetOf(cpus("online"));
  }

  private CpuSet cpus(String file) {
    return files
        .text("/sys/devices/system/cpu/" + file)
        .parse(CpuSet::parseList)
        .toOptional()
        .orElse(CpuSet.empty());
  }
}
