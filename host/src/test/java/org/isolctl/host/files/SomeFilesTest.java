package org.isolctl.host.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.Test;

class SomeFilesTest {
  private final MachineFiles files =
      new SomeFiles(
          new MemoryFiles()
              .with("/proc/irq/24/smp_affinity_list", "0-3")
              .with("/proc/irqs", "no folder of interrupts")
              .with("/proc/2/stat", "2 (kthreadd)"),
          Set.of("/proc/irq"));

  @Test
  void whatIsBelowThePathsIsThere() {
    assertThat(files.text("/proc/irq/24/smp_affinity_list").toOptional()).contains("0-3");
    assertThat(files.folders("/proc/irq").toOptional()).contains(List.of("24"));
    assertThat(files.names("/proc/irq/24").toOptional()).contains(List.of("smp_affinity_list"));
  }

  @Test
  void nothingElseIs() {
    assertThat(files.bytes("/proc/2/stat")).isInstanceOf(Reading.Absent.class);
    assertThat(files.bytes("/proc/irqs")).isInstanceOf(Reading.Absent.class);
    assertThat(files.folders("/proc")).isInstanceOf(Reading.Absent.class);
    assertThat(files.names("/proc")).isInstanceOf(Reading.Absent.class);
  }
}
