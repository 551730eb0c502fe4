package org.isolctl.model.judge;

import static org.assertj.core.api.Assertions.assertThat;

import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.Test;

class PatchedKernelTest {
  private final Sketch sketch = new Sketch().isolcpus("2-3");

  private void symbol(boolean isThere) {
    sketch.isolatedMaskSymbol = Reading.present("/proc/kallsyms", isThere);
  }

  private void noSymbols() {
    sketch.isolatedMaskSymbol = Reading.absent("/proc/kallsyms");
  }

  @Test
  void theSymbolOfThePatchIsProof() {
    symbol(true);

    var finding = sketch.only(FindingCode.KERNEL_PATCHED);

    assertThat(finding.severity()).isEqualTo(Severity.INFO);
    assertThat(finding.mask()).contains(CpuSet.of(0, 1));
    assertThat(finding.because())
        .isEqualTo(
            "This kernel has __cpu_isolated_mask: it was built with isolctl's"
                + " isolate-kthreads.cocci, and gives new kernel threads 0-1 by itself.");
    assertThat(finding.readings()).containsExactly("/proc/kallsyms");
    assertThat(sketch.audit().verdict()).isEqualTo(Verdict.INTACT);
  }

  @Test
  void withoutSymbolsTheMaskOfKthreaddIsAHintWithTwoReadings() {
    noSymbols();

    assertThat(sketch.only(FindingCode.KERNEL_PATCHED).because())
        .isEqualTo(
            "kthreadd's mask leaves out 2-3; this kernel does not do that by itself: it carries a"
                + " patch such as isolctl's, or somebody set the mask since boot.");
  }

  @Test
  void aKernelThatListsItsSymbolsWithoutThatOfThePatchIsUnpatched() {
    symbol(false);

    assertThat(sketch.findings(FindingCode.KERNEL_PATCHED)).isEmpty();
  }

  @Test
  void aWideKthreaddIsNoHint() {
    noSymbols();
    sketch.thread(2, "kthreadd", Sketch.KTHREAD, "0-3", 0, 0);

    assertThat(sketch.findings(FindingCode.KERNEL_PATCHED)).isEmpty();
  }

  @Test
  void aKthreaddThatNohzFullKeepsAwayIsNoHint() {
    noSymbols();
    sketch.bootLine = "isolcpus=2,3 nohz_full=2,3";

    assertThat(sketch.findings(FindingCode.KERNEL_PATCHED)).isEmpty();
  }

  @Test
  void fromSevenOnTheKernelDoesItItself() {
    noSymbols();
    sketch.release = "7.0.3";

    assertThat(sketch.findings(FindingCode.KERNEL_PATCHED)).isEmpty();
  }

  @Test
  void aWideThreadOfAPatchedKernelChoseItsMaskItself() {
    sketch.thread(40, "rcu_exp_par_gp_kthread_worker/0", Sketch.KTHREAD, "0-3", 0);

    symbol(true);
    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).cause()).contains(Cause.OWN_MASK);

    symbol(false);
    assertThat(sketch.only(FindingCode.KTHREAD_STRAY).cause()).contains(Cause.BORN_BEFORE_MASK);
  }
}
