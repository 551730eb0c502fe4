package org.isolctl.app.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.model.judge.Audit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTextTest {
  private static final Paper PLAIN = new Paper(100, false, true);

  @Test
  void saysTheVerdictFirstAndKeepsTheGradesApart() {
    assertThat(render(Audits.violated()))
        .startsWith(
            """
            VIOLATED  Isolated CPUs 2-3 are not left alone: 1 did run there (stolen time), 1 will run there
                      (nothing holds them off), 40 may run there (wrong masks), 7 more to mend.

            isolated      2-3  by isolcpus=, out of every scheduler domain (/sys/devices/system/cpu/isolated)
                          3    by your word, judged as if
            housekeeping  0-1
            kernel        6.12.117+deb12-cloud-amd64
            boot line     BOOT_IMAGE=/boot/vmlinuz root=/dev/vda1 isolcpus=2,3 quiet
            threads       130 seen, 110 of the kernel, 41 astray
            watched       10.0 s, 200 looks

            DID RUN  stolen time: seen to run on isolated CPUs
              critical  user-stray  node_exporter (812), user thread, mask 0-3, reaches 2-3  [user-inherited]
                        This kernel gives every thread of its class all CPUs, whatever isolcpus= says.
                        now       sched_setaffinity 0-1
                        for good  boot with nohz_full=2-3

            WILL RUN\
            """);
  }

  @Test
  void makesFortyThreadsOfOneCauseOneEntryWithItsRemedyOnce() {
    assertThat(render(Audits.violated()))
        .contains(
            """
              error     kthread-stray  40 kernel threads, mask 0-3, reaches 2-3  [default-mask]
                        kthread0 (30), kthread1 (31), kthread2 (32), kthread3 (33), kthread4 (34) and 35 more
                        This kernel gives every thread of its class all CPUs, whatever isolcpus= says.
                        now       sched_setaffinity 0-1
                        for good  boot with nohz_full=2-3
            """)
        .doesNotContain("kthread5");
  }

  @Test
  void namesEveryThreadWhenAllAreWanted() {
    String all = AuditText.render(Audits.violated(), PLAIN, true);

    for (int i = 0; i < 40; i++) {
      assertThat(all).contains("kthread" + i + " (" + (30 + i) + ")  mask 0-3\n");
    }
  }

  @Test
  void gathersThreadsThatEachHaveOneCpuOfTheirOwn() {
    assertThat(render(Audits.violated()))
        .contains("per-cpu-kthread  2 per-CPU kernel threads, each on one CPU of 2-3  [per-cpu]\n");
  }

  @Test
  void listsTenantsByProcessAndExceptionsWithTheirReason() {
    assertThat(render(Audits.violated()))
        .contains("  app (900) on 2-3, app-worker (901) on 3\n")
        .contains("  kvm-pit/699 (700)\n    reason: the guest's timer must be near its CPU\n");
  }

  @Test
  void saysWhichReadingsAreLackingAndWhatWouldFillThem() {
    assertThat(render(Audits.undecided()))
        .startsWith("UNDECIDED  Too little could be seen to judge: 2 readings are lacking")
        .contains(
            "  /proc/irq/default_smp_affinity, /sys/devices/virtual/workqueue/cpumask: denied;"
                + " root\n");
  }

  @Test
  void tellsAReaderWithoutIsolationWhatToDo() {
    assertThat(render(Audits.notIsolated()))
        .isEqualTo(
            """
            NOT ISOLATED  No CPU of this machine is isolated.

            isolated      none
            housekeeping  0-3
            threads       90 seen, 80 of the kernel, 0 astray

            WHAT TO DO
              - To see first what would be in the way: isolctl audit --isolated 3
            """);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 57, 80, 100, 120, 200})
  void isNeverWiderThanThePaper(int width) {
    for (Audit audit : AuditJsonTest.audits().toList()) {
      for (boolean all : new boolean[] {false, true}) {
        assertThat(AuditText.render(audit, new Paper(width, false, true), all).lines())
            .allSatisfy(line -> assertThat(Visible.columns(line)).isLessThanOrEqualTo(width));
      }
    }
  }

  @Test
  void saysTheSameWithAndWithoutColours() {
    String coloured = AuditText.render(Audits.violated(), new Paper(100, true, true), false);

    assertThat(coloured).contains("\u001b[1;31mVIOLATED\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(render(Audits.violated()));
  }

  @Test
  void showsAHostileNameWithoutObeyingIt() {
    String text = render(Audits.withName("evil\u001b[2J\r\nINTACT\u009b31m\u202e"));

    assertThat(text).contains("evil\\x1b[2J\\x0d\\x0aINTACT\\x9b31m\\u{202e} (99)");
    assertThat(text.chars()).allMatch(c -> c == '\n' || (c >= 0x20 && c < 0x7f));
  }

  private static String render(Audit audit) {
    return AuditText.render(audit, PLAIN, false);
  }
}
