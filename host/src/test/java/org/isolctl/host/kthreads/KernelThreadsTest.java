package org.isolctl.host.kthreads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadStat;
import org.junit.jupiter.api.Test;

class KernelThreadsTest {
  private final KernelThreads threads = new KernelThreads();

  @Test
  void everyChildOfKthreaddIsAKernelThread() {
    assumeTrue(
        threads.stat(2).toOptional().map(ThreadStat::isKernelThread).orElse(false),
        "a container: kernel threads are hidden");

    var children = threads.children().toOptional().orElseThrow();
    assertThat(children).isNotEmpty();
    for (int tid : children) {
      threads
          .stat(tid)
          .toOptional()
          .ifPresent(stat -> assertThat(stat.isKernelThread()).as(stat.comm()).isTrue());
    }
  }

  @Test
  void aThreadThatIsNotThereIsGone() {
    assertThat(threads.mask(1_000_000_007))
        .isEqualTo(new AffinityResult.Refused(new Errno(Errno.ESRCH)));
    assertThat(threads.stat(1_000_000_007)).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void thisProcessHasThreads() {
    assertThat(threads.ofThisProcess())
        .contains((int) ProcessHandle.current().pid())
        .hasSizeGreaterThan(1);
  }

  @Test
  void aSmallFileIsReadWithoutBlanks() {
    assertThat(threads.text("/proc/sys/kernel/ostype").toOptional()).contains("Linux");
  }
}
