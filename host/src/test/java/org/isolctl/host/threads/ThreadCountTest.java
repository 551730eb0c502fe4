package org.isolctl.host.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.facts.ThreadCensus;
import org.junit.jupiter.api.Test;

class ThreadCountTest {
  private final MemoryFiles files =
      new MemoryFiles()
          .with("/proc/loadavg", "4.78 4.49 3.36 7/5163 8115\n")
          .with("/proc/2/task/2/stat", Stats.KTHREADD)
          .with("/proc/2/task/2/children", "3 4 900 ");

  private void thread(int tid, String stat) {
    files.with("/proc/" + tid + "/task/" + tid + "/stat", stat);
  }

  private static String kernelThread(int tid) {
    return Stats.KTHREADD.replace("2 (kthreadd) S 0", tid + " (kworker/0:1) I 2");
  }

  @Test
  void theKernelsOwnNumberIsTakenAndNoUserThreadIsLookedAt() {
    thread(3, kernelThread(3));
    thread(4, kernelThread(4));
    thread(900, kernelThread(900));

    assertThat(new ThreadCount(files).take())
        .contains(new ThreadCensus(5163, 4, 0, false, List.of()));
  }

  @Test
  void whatTheKernelStartedAsAProgramIsNoKernelThread() {
    thread(3, kernelThread(3));
    thread(4, kernelThread(4));
    thread(900, Stats.user(900, "systemd-coredum", 2));

    assertThat(new ThreadCount(files).take()).map(ThreadCensus::kernel).contains(3);
  }

  @Test
  void aKernelThreadThatEndsMeanwhileIsNotCounted() {
    thread(3, kernelThread(3));

    assertThat(new ThreadCount(files).take()).map(ThreadCensus::kernel).contains(2);
  }

  @Test
  void nothingIsCountedWhereKernelThreadsAreHidden() {
    files.with("/proc/2/task/2/stat", Stats.user(2, "kthreadd", 1));

    assertThat(new ThreadCount(files).take()).isEmpty();
  }

  @Test
  void nothingIsCountedByAKernelThatListsNoChildren() {
    files.vanished("/proc/2/task/2/children");

    assertThat(new ThreadCount(files).take()).isEmpty();
  }

  @Test
  void nothingIsCountedFromATextThatIsNotTheKernels() {
    files.with("/proc/loadavg", "0.00 0.00 0.00");

    assertThat(new ThreadCount(files).take()).isEmpty();
  }
}
