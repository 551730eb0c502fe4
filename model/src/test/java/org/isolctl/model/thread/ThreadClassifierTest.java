package org.isolctl.model.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadClassifierTest {
  private static final long K = ThreadStat.PF_KTHREAD;
  private static final long N = ThreadStat.PF_NO_SETAFFINITY;
  private static final long W = ThreadStat.PF_WQ_WORKER;

  /// Names and flags as they were read on Debian's 6.1, 6.12 and 7.0 kernels.
  @ParameterizedTest(name = "{1} {2} {3} is {4}")
  @CsvSource({
    "1,    systemd,                   '',  0-3, INIT",
    "2,    kthreadd,                  K,   0-3, KTHREADD",
    "2,    bash,                      '',  0-3, USER",
    "31,   khungtaskd,                K,   0-3, KTHREAD",
    "31,   ksocket-xmit,              K,   0-3, KTHREAD",
    "31,   khungtaskd,                K,   2,   KTHREAD",
    "40,   kswapd0,                   K,   0-3, NODE_KTHREAD",
    "40,   kcompactd1,                K,   0-3, NODE_KTHREAD",
    "40,   kswapd,                    K,   0-3, KTHREAD",
    "15,   rcu_preempt,               K,   0-3, RCU_GP",
    "15,   rcuop/2,                   K,   0-1, RCUO",
    "15,   rcuog/0,                   K,   0-1, RCUO",
    "16,   migration/2,               KN,  2,   PER_CPU_KTHREAD",
    "16,   idle_inject/3,             KN,  3,   PER_CPU_KTHREAD",
    "16,   kworker/2:1-events,        KNW, 2,   BOUND_KWORKER",
    "16,   kworker/2:0H,              KNW, 2,   BOUND_KWORKER",
    "16,   kworker/u8:3-events_unbound, KNW, 0-1, UNBOUND_KWORKER",
    "16,   kworker/R-rcu_g,           KNW, 0-3, RESCUER",
    "16,   rcu_gp,                    KNW, 2,   RESCUER",
    "16,   irq/24-pciehp,             KN,  1,   IRQ_THREAD",
    "16,   irq/24-pciehp,             K,   1,   IRQ_THREAD",
    "16,   sugov:0,                   KN,  0-1, KTHREAD",
    "900,  kworker/2:1,               '',  0-3, USER"
  })
  void flagsDecideBeforeNames(
      int tid, String comm, String flags, String mask, ThreadClass expected) {
    long bits =
        (flags.contains("K") ? K : 0)
            | (flags.contains("N") ? N : 0)
            | (flags.contains("W") ? W : 0);
    var stat = new ThreadStat(comm, 'S', 2, bits, 0, 0, 0, 0, 0);

    assertThat(ThreadClassifier.classify(tid, stat, CpuSet.parseList(mask))).isEqualTo(expected);
  }
}
