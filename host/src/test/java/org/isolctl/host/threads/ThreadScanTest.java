package org.isolctl.host.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.junit.jupiter.api.Test;

class ThreadScanTest {
  private static final CpuSet ISOLATED = CpuSet.of(2, 3);

  private final MemoryFiles files = new MemoryFiles();
  private final Map<Integer, CpuSet> kernel = new HashMap<>();
  private final Masks calls =
      new Masks() {
        @Override
        public Reading<CpuSet> mask(int tid) {
          var mask = kernel.get(tid);
          return mask == null
              ? Reading.absent(Masks.source(tid))
              : Reading.present(Masks.source(tid), mask);
        }

        @Override
        public boolean areCalls() {
          return true;
        }
      };

  private void thread(int tgid, int tid, String stat, CpuSet mask) {
    files.with("/proc/" + tgid + "/task/" + tid + "/stat", stat);
    kernel.put(tid, mask);
  }

  private static CensusScope closely(CpuSet interest) {
    return new CensusScope(interest, false, CensusScope.Cgroups.NONE);
  }

  @Test
  void onlyThreadsThatReachTheCpusAreReadBesideTheLeaders() {
    thread(100, 100, Stats.withThreads(Stats.user(100, "server", 1), 3), CpuSet.of(0));
    thread(100, 101, Stats.user(101, "stray", 1), CpuSet.of(0, 3));
    kernel.put(102, CpuSet.of(1));
    files.with("/proc/100/task/102/comm", "kept away, and its stat never read");

    var census = new ThreadScan(files, calls).census(closely(ISOLATED));

    assertThat(census.threads()).extracting(ThreadFacts::tid).containsExactly(100, 101);
    assertThat(census.seen()).isEqualTo(3);
    assertThat(census.vanished()).isZero();
  }

  @Test
  void threadsThatEndWhileOneLooksAreCountedAndNothingElse() {
    thread(100, 100, Stats.withThreads(Stats.user(100, "server", 1), 3), CpuSet.of(0, 2));
    files.vanished("/proc/100/task/101/stat");
    kernel.put(101, CpuSet.of(0, 2));
    files.vanished("/proc/100/task/102/stat");
    files.vanished("/proc/200/task/200/stat");
    kernel.put(200, CpuSet.of(0));
    files.withFolder("/proc/300");

    var census = new ThreadScan(files, calls).census(closely(ISOLATED));

    assertThat(census.seen()).isEqualTo(1);
    assertThat(census.vanished()).isEqualTo(4);
  }

  @Test
  void kernelThreadsAreHiddenWherePid2IsNotKthreadd() {
    thread(2, 2, Stats.user(2, "kthreadd", 1), CpuSet.of(0));
    assertThat(new ThreadScan(files, calls).census(closely(ISOLATED)).hidden()).isTrue();
  }

  @Test
  void kernelThreadsAreSeenWherePid2IsKthreadd() {
    thread(2, 2, Stats.KTHREADD, CpuSet.of(0, 1, 2, 3));
    var census = new ThreadScan(files, calls).census(closely(ISOLATED));
    assertThat(census.hidden()).isFalse();
    assertThat(census.kernel()).isEqualTo(1);
  }

  @Test
  void aDeniedStatIsSaidAndItsMaskIsStillKnown() {
    files.denied("/proc/100/task/100/stat");
    kernel.put(100, CpuSet.of(0, 2));
    var thread = new ThreadScan(files, calls).census(closely(ISOLATED)).threads().getFirst();
    assertThat(thread.stat()).isInstanceOf(Reading.Denied.class);
    assertThat(thread.mask().toOptional()).contains(CpuSet.of(0, 2));
  }

  @Test
  void theMaskComesFromStatusWhenTheCallWouldHideCpusThatAreOffline() {
    thread(2, 2, Stats.KTHREADD, CpuSet.of(0, 1));
    files.with("/proc/2/task/2/status", status("kthreadd", 0, "0-3"));
    var scope = new CensusScope(ISOLATED, true, CensusScope.Cgroups.NONE);
    var thread = new ThreadScan(files, calls).census(scope).threads().getFirst();
    assertThat(thread.mask())
        .isEqualTo(Reading.present("/proc/2/task/2/status", CpuSet.range(0, 3)));
  }

  @Test
  void aCaptureWithoutStatIsKnownByStatusAloneAndSaysSo() {
    files.with("/proc/2/status", status("kthreadd", 0, "0-3"));
    files.with("/proc/50/status", status("khungtaskd", 2, "0-1"));
    files.withFolder("/proc/51");

    var census = new ThreadScan(files, Masks.NONE).census(closely(ISOLATED));

    assertThat(census.seen()).isEqualTo(2);
    assertThat(census.kernel()).isEqualTo(2);
    assertThat(census.vanished()).isEqualTo(1);
    assertThat(census.hidden()).isFalse();
    var second = census.threads().get(1);
    assertThat(second.mask().toOptional()).contains(CpuSet.of(0, 1));
    assertThat(second.stat()).isInstanceOf(Reading.Absent.class);
    assertThat(second.comm()).contains("khungtaskd");
    assertThat(second.movable()).isEmpty();
  }

  @Test
  void cgroupsAreReadOfSpanningUserThreadsWhenAskedFor() {
    thread(2, 2, Stats.KTHREADD, CpuSet.range(0, 3));
    thread(100, 100, Stats.user(100, "agent", 1), CpuSet.range(0, 3));
    thread(101, 101, Stats.user(101, "tenant", 1), CpuSet.of(2));
    files.with("/proc/100/task/100/cgroup", "0::/system.slice/agent.service\n");
    var scope = new CensusScope(ISOLATED, false, CensusScope.Cgroups.OF_SPANNING_THREADS);

    var threads = new ThreadScan(files, calls).census(scope).threads();

    assertThat(threads.get(1).cgroup().flatMap(Reading::toOptional))
        .contains("/system.slice/agent.service");
    assertThat(threads.get(0).cgroup()).isEqualTo(Optional.empty());
    assertThat(threads.get(2).cgroup()).isEqualTo(Optional.empty());
  }

  @Test
  void leadersAreLookedAtOnceHoweverOftenOneAsks() {
    thread(100, 100, Stats.user(100, "server", 1), CpuSet.of(0));
    var scan = new ThreadScan(files, calls);
    var before = scan.leaders();
    thread(101, 101, Stats.user(101, "later", 1), CpuSet.of(0));
    assertThat(scan.census(closely(ISOLATED)).threads()).isEqualTo(before);
  }

  private static String status(String comm, int ppid, String cpus) {
    return """
    Name:\t%s
    State:\tS (sleeping)
    Pid:\t%d
    PPid:\t%d
    Threads:\t1
    Cpus_allowed_list:\t%s
    """
        .formatted(comm, ppid == 0 ? 2 : 50, ppid, cpus);
  }
}
