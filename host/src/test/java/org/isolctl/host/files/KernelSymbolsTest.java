package org.isolctl.host.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelSymbolsTest {
  private static final byte[] TABLE =
      """
      ffffffff81000000 T start_kernel
      ffffffff82a3b2c0 D __cpu_online_mask
      ffffffff82a3b300 D __cpu_isolated_mask
      ffffffffc0a00000 t __cpu_isolated_mask\t[liar]
      """
          .getBytes(US_ASCII);

  @Test
  void onlyMasksOfTheKernelItselfCount() {
    assertThat(KernelSymbols.masks(TABLE))
        .containsExactlyInAnyOrder("__cpu_online_mask", "__cpu_isolated_mask");
    assertThat(KernelSymbols.masks("0 t __cpu_isolated_mask\t[liar]\n".getBytes(US_ASCII)))
        .isEmpty();
  }

  @Test
  void whatIsKeptOfTheTableTellsTheSameAndHoldsNoAddress() {
    var kept = KernelSymbols.withoutAddresses(TABLE);

    assertThat(KernelSymbols.masks(kept)).isEqualTo(KernelSymbols.masks(TABLE));
    assertThat(new String(kept, US_ASCII)).doesNotContain("ffff").doesNotContain("start_kernel");
  }
}
