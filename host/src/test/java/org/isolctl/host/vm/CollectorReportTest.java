package org.isolctl.host.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.measure.Measurement.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectorReportTest {
  @Test
  void masks_threads_and_notes_come_out_of_it() {
    var report = parse(Reports.SMALL);

    assertThat(report.measurement().kernel().release()).isEqualTo("6.12.117");
    assertThat(report.measurement().masks())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "isolated", CpuSet.range(2, 3),
                "nohz_full", CpuSet.empty(),
                "workqueue_unbound", CpuSet.range(0, 1)));
    assertThat(report.measurement().threads()).containsOnlyKeys("init", "kthreadd");
    assertThat(report.measurement().threads().get("kthreadd"))
        .extracting(Share::mask)
        .containsExactly(CpuSet.range(0, 3));
    assertThat(report.notes()).containsExactly("isolcpus: Skipped unknown flag foo");
    assertThat(report.text()).isEqualTo(Reports.SMALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 30, 60, 70, 160, 250, 400, 570})
  void a_report_that_is_cut_off_is_refused(int bytes) {
    assertThatIllegalArgumentException().isThrownBy(() -> parse(Reports.SMALL.substring(0, bytes)));
  }

  @Test
  void a_report_that_lost_a_thread_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(Reports.SMALL.replace("end 2", "end 3")))
        .withMessageContaining("end 3");
  }

  @Test
  void a_report_of_no_kernel_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("isolctl-collector 1\nend 0\n"))
        .withMessageContaining("which kernel");
  }

  private static CollectorReport parse(String text) {
    return CollectorReport.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
