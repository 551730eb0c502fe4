package org.isolctl.host.files;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolsOnceTest {
  private final MemoryFiles machine =
      new MemoryFiles()
          .with("/proc/kallsyms", "ffffffff82a3b300 D __cpu_online_mask\nffff T start_kernel\n")
          .with("/sys/devices/system/cpu/online", "0-3");
  private final SymbolsOnce files = new SymbolsOnce(machine);

  @Test
  void theSymbolsAreReadOnceAndTellTheSame() {
    var first = files.bytes("/proc/kallsyms").toOptional().orElseThrow();
    machine.vanished("/proc/kallsyms");
    var second = files.bytes("/proc/kallsyms").toOptional().orElseThrow();

    assertThat(KernelSymbols.masks(second)).containsExactly("__cpu_online_mask");
    assertThat(second).isEqualTo(first);
    assertThat(new String(first, US_ASCII)).doesNotContain("start_kernel");
  }

  @Test
  void everythingElseIsReadWhenItIsAskedFor() {
    files.text("/sys/devices/system/cpu/online");
    machine.with("/sys/devices/system/cpu/online", "0-1");

    assertThat(files.text("/sys/devices/system/cpu/online").toOptional()).contains("0-1");
    assertThat(files.names("/sys/devices/system/cpu").toOptional()).contains(List.of("online"));
    assertThat(files.folders("/sys/devices/system").toOptional()).contains(List.of("cpu"));
  }
}
