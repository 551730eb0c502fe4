package org.isolctl.host.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.WatchFacts.ThreadRun;
import org.junit.jupiter.api.Test;

class RunWatchTest {
  private static final long START = 97604;

  private final MemoryFiles files = new MemoryFiles();
  private final RunWatch watch = new RunWatch(files, CpuSet.of(1));

  private void ran(int tid, long nanos) {
    files.with("/proc/" + tid + "/task/" + tid + "/schedstat", nanos + " 12 3\n");
  }

  private ThreadCensus census(int... tids) {
    var threads = new java.util.ArrayList<ThreadFacts>();
    for (int tid : tids) {
      var stat = Stats.user(tid, "worker", 1);
      files.with("/proc/" + tid + "/task/" + tid + "/stat", stat);
      threads.add(
          new ThreadFacts(
              tid,
              tid,
              Reading.present("mask", CpuSet.of(0, 1)),
              new TaskFiles(files).stat(tid, tid).parse(StatParser.Parsed::stat)));
    }
    return new ThreadCensus(tids.length, 0, 0, false, List.copyOf(threads));
  }

  private void lastOnCpu0(int tid) {
    files.with(
        "/proc/" + tid + "/task/" + tid + "/stat",
        Stats.user(tid, "worker", 1).replace(" 17 1 50 1 ", " 17 0 50 1 "));
  }

  @Test
  void whatAThreadRanBetweenTwoLooksIsPutToTheCpuWhereItIs() {
    ran(7, 1_000);
    watch.follow(census(7), true);
    ran(7, 51_000);
    watch.look();
    ran(7, 52_000);
    watch.look();
    assertThat(watch.runs()).containsExactly(new ThreadRun(7, START, 1, 51_000));
  }

  @Test
  void whatRanElsewhereIsNotReported() {
    ran(7, 1_000);
    watch.follow(census(7), true);
    ran(7, 51_000);
    lastOnCpu0(7);
    watch.look();
    assertThat(watch.runs()).isEmpty();
  }

  @Test
  void whatRanBeforeTheWatchDoesNotCount() {
    ran(7, 1_000_000);
    watch.follow(census(7), true);
    watch.look();
    assertThat(watch.runs()).isEmpty();
  }

  @Test
  void aThreadThatAppearsLaterCountsFromItsFirstInstruction() {
    watch.follow(census(), true);
    ran(8, 3_000);
    watch.follow(census(8), false);
    watch.look();
    assertThat(watch.runs()).containsExactly(new ThreadRun(8, START, 1, 3_000));
  }

  @Test
  void ticksServeWhereTheKernelKeepsNoSchedstat() {
    watch.follow(census(9), true);
    files.with("/proc/9/task/9/stat", Stats.user(9, "worker", 1).replace(" 0 9 4 ", " 0 10 5 "));
    watch.look();
    assertThat(watch.runs()).containsExactly(new ThreadRun(9, START, 1, 20_000_000));
  }

  @Test
  void aThreadThatEndsIsForgotten() {
    ran(7, 1_000);
    watch.follow(census(7), true);
    watch.follow(census(), false);
    ran(7, 99_000);
    watch.look();
    assertThat(watch.runs()).isEmpty();
  }
}
