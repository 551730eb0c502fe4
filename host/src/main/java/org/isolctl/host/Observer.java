package org.isolctl.host;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.machine.MachineReader;
import org.isolctl.host.threads.CensusScope;
import org.isolctl.host.threads.Masks;
import org.isolctl.host.threads.ThreadCount;
import org.isolctl.host.threads.ThreadScan;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.facts.WatchFacts;

/// One look at a machine.
///
/// Nothing that is read here is a command line or an environment of a process.
public final class Observer {
  private final MachineFiles files;
  private final Masks masks;
  private final boolean live;
  private final ThreadScan scan;

  Observer(MachineFiles files, Masks masks, boolean live) {
    this.files = files;
    this.masks = masks;
    this.live = live;
    this.scan = new ThreadScan(files, masks);
  }

  /// Everything but the threads.
  public MachineFacts machine() {
    return withServices(bareMachine());
  }

  /// Everything but the threads, and but the services that only the names of all processes tell:
  /// those are absent from the answer.
  public MachineFacts bareMachine() {
    return MachineReader.read(files, List.of());
  }

  /// The machine with its services looked for.
  public MachineFacts withServices(MachineFacts bare) {
    return MachineReader.withServices(bare, files, scan.leaders());
  }

  /// How many threads there are, none of them named: all that is to be known of them where no CPU
  /// is isolated. It costs the same on a crowded machine. Empty where the kernel does not count or
  /// hides its threads: then {@link #threads} of no CPU counts them.
  public Optional<ThreadCensus> count() {
    return new ThreadCount(files).take();
  }

  /// Every thread group leader, and the other threads whose mask reaches `interest`.
  public ThreadCensus threads(CpuSet interest) {
    return scan.census(new CensusScope(interest, hasOffline(interest), CensusScope.Cgroups.NONE));
  }

  /// The same, with the cgroup of every user thread whose mask spans `interest` and other CPUs.
  /// That takes twice as long, and is needed only where somebody asks for threads by their cgroup.
  public ThreadCensus threadsWithCgroups(CpuSet interest) {
    return scan.census(
        new CensusScope(interest, hasOffline(interest), CensusScope.Cgroups.OF_SPANNING_THREADS));
  }

  /// Who ran on `interest` in a time to come. Blocks for that time, or until the calling thread is
  /// interrupted; the answer says how long was looked.
  ///
  /// @throws UnsupportedOperationException on a machine that is not live
  public WatchFacts watch(CpuSet interest, Duration time, ProgressListener progress) {
    if (!live) {
      throw new UnsupportedOperationException("only a live machine can be watched, not a capture");
    }
    return new Watcher(files, masks, interest).watch(time, progress);
  }

  /// Everything that any later look at the same machine can ask for.
  HostFacts everything() {
    var machine = machine();
    var possible = cpus("possible");
    // Where CPUs are offline, a look at all of them reads `status`, and one at others does not.
    scan.census(new CensusScope(possible, false, CensusScope.Cgroups.OF_USER_THREADS));
    return new HostFacts(machine, threads(possible), Optional.empty());
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
