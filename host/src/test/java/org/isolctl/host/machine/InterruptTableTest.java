package org.isolctl.host.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterruptTableTest {
  private static final String TEXT =
      """
                 CPU0       CPU1       CPU3
        9:          0          0          0   IO-APIC   9-fasteoi   acpi
       36:          5      39708          0 PCI-MSIX-0000:00:02.0   1-edge      virtio1-req.0
      120:          0          0 4294967295  IR-PCI-MSI 524288-edge      nvme0q1, nvme0q2
      NMI:          0          0          1   Non-maskable interrupts
      ERR:          0
      MIS:          7
      """;

  private static InterruptTable parse(String text) {
    return InterruptTable.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InterruptTable.Row row(InterruptTable table, int irq) {
    return Objects.requireNonNull(table.rows().get(irq));
  }

  @Test
  void columnsAreNamedByTheirCpusAndZerosLeftOut() {
    var table = parse(TEXT);
    assertThat(table.rows()).containsOnlyKeys(9, 36, 120);
    assertThat(row(table, 36).counts()).isEqualTo(Map.of(0, 5L, 1, 39708L));
    assertThat(row(table, 120).counts()).isEqualTo(Map.of(3, 4294967295L));
    assertThat(row(table, 9).counts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        " IO-APIC   9-fasteoi   acpi|acpi",
        " PCI-MSIX-0000:00:02.0   1-edge      virtio1-req.0|virtio1-req.0",
        " IR-PCI-MSI 524288-edge      nvme0q1, nvme0q2|nvme0q1, nvme0q2",
        " GICv3  27 Level     arch_timer|arch_timer",
        " IO-APIC   7-edge    |''",
        " None|''"
      })
  void devicesStandBehindTheLastGap(String description, String devices) {
    var table = parse("  CPU0\n 1:  0 " + description + "\n");
    assertThat(row(table, 1).devices()).isEqualTo(devices);
  }

  @Test
  void thousandsOfColumnsAreRead() {
    var header = new StringBuilder("     ");
    var row = new StringBuilder("  1: ");
    for (int cpu = 0; cpu < 4096; cpu++) {
      header.append(" CPU").append(cpu);
      row.append(' ').append(cpu % 1000 == 0 ? cpu + 1 : 0);
    }
    var counts = row(parse(header + "\n" + row + "  chip  dev\n"), 1).counts();
    assertThat(counts).isEqualTo(Map.of(0, 1L, 1000, 1001L, 2000, 2001L, 3000, 3001L, 4000, 4001L));
  }

  @ParameterizedTest
  @CsvSource({"''", "'hello'", "'CPUx\n'", "'  \n 1: 0'", "'CPU99999999 \n'"})
  void aTableWithoutCpuColumnsIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> parse(text));
  }

  @Test
  void aRowThatIsCutShortKeepsWhatItHas() {
    assertThat(row(parse(" CPU0 CPU1\n 4: 7"), 4).counts()).isEqualTo(Map.of(0, 7L));
  }

  @Test
  void theDifferenceOfTwoReadingsIsWhatFiredOnTheCpus() {
    var after = TEXT.replace("39708", "39710").replace("          5", "          9");
    var delta = InterruptDelta.between(parse(TEXT), parse(after), CpuSet.of(1));
    assertThat(delta).isEqualTo(Map.of(36, Map.of(1, 2L)));
  }

  @Test
  void aCountThatFellWasBegunAnew() {
    var after = TEXT.replace("39708", "    3");
    var delta = InterruptDelta.between(parse(TEXT), parse(after), CpuSet.of(1));
    assertThat(delta).isEqualTo(Map.of(36, Map.of(1, 3L)));
  }
}
