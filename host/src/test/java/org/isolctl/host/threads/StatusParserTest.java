package org.isolctl.host.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;

class StatusParserTest {
  private static final String KTHREAD =
      """
      Name:\tkswapd0
      Umask:\t0000
      State:\tS (sleeping)
      Tgid:\t48
      Ngid:\t0
      Pid:\t48
      PPid:\t2
      Threads:\t1
      Cpus_allowed:\tff,fffffff3
      Cpus_allowed_list:\t0-1,4-39
      """;

  private static final String USER =
      """
      Name:\tpostgres
      State:\tR (running)
      Tgid:\t900
      Pid:\t900
      PPid:\t1
      VmPeak:\t  217984 kB
      VmSize:\t  217984 kB
      Threads:\t4
      Cpus_allowed:\t3
      Cpus_allowed_list:\t0-1
      """;

  @Test
  void aKernelThreadOfAnOldKernelIsToldByItsParentAndItsLackOfMemory() {
    var parsed = StatusParser.parse(KTHREAD);
    assertThat(parsed.status().kernelThread()).contains(true);
    assertThat(parsed.status().comm()).isEqualTo("kswapd0");
    assertThat(parsed.mask()).isEqualTo(CpuSet.parseList("0-1,4-39"));
  }

  @Test
  void aUserThreadHasMemory() {
    var parsed = StatusParser.parse(USER);
    assertThat(parsed.status().kernelThread()).contains(false);
    assertThat(parsed.status().state()).isEqualTo('R');
    assertThat(parsed.threads()).isEqualTo(4);
  }

  @Test
  void theLineKthreadWinsOverEveryGuess() {
    assertThat(StatusParser.parse(USER + "Kthread:\t1\n").status().kernelThread()).contains(true);
    assertThat(StatusParser.parse(KTHREAD + "Kthread:\t0\n").status().kernelThread())
        .contains(false);
  }

  @Test
  void ofAZombieWithoutMemoryNothingIsKnown() {
    var zombie = KTHREAD.replace("S (sleeping)", "Z (zombie)");
    assertThat(StatusParser.parse(zombie).status().kernelThread()).isEmpty();
  }

  @Test
  void kthreaddItselfHasNoParent() {
    var kthreadd = KTHREAD.replace("PPid:\t2", "PPid:\t0").replace("Pid:\t48", "Pid:\t2");
    assertThat(StatusParser.parse(kthreadd).status().kernelThread()).contains(true);
  }

  @Test
  void escapesInANameAreUndone() {
    var hostile = USER.replace("postgres", "a\\nb\\\\c");
    assertThat(StatusParser.parse(hostile).status().comm()).isEqualTo("a\nb\\c");
  }

  @Test
  void aNameMayPretendToBeAnotherLine() {
    var hostile = USER.replace("postgres", "x\\nPPid:\\t2");
    assertThat(StatusParser.parse(hostile).status().ppid()).isEqualTo(1);
  }

  @Test
  void theHexMaskServesWhereTheListIsLacking() {
    var text = KTHREAD.replaceAll("Cpus_allowed_list.*\n", "");
    assertThat(StatusParser.parse(text).mask()).isEqualTo(CpuSet.parseList("0-1,4-39"));
  }

  @Test
  void aLineThatIsLackingIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StatusParser.parse("Name:\tx\nState:\tS\n"))
        .withMessageContaining("PPid");
  }
}
