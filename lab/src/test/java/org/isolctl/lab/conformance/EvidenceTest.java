package org.isolctl.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final String TEXT =
      """
      # a remark
      kernel 6.12.117+deb12-cloud-amd64
      config CPUMASK_OFFSTACK=y NO_HZ_FULL=y
      4:0-1/2-3\tisolcpus="1, 3"\tisolated=1,3 nohz_full= init=0,2 rescuer=0-3;0,2:writeback+netns
      4\tnoapic\tdid-not-boot
      """;

  @Test
  void a_file_is_printed_as_it_was_read() {
    var evidence = Evidence.parse(TEXT);

    assertThat(evidence.text().lines().filter(line -> !line.startsWith("#")))
        .containsExactlyElementsOf(
            TEXT.lines()
                .skip(1)
                .map(line -> line.replace("writeback+netns", "netns+writeback"))
                .toList());
    assertThat(evidence.fileName()).isEqualTo("6.12.txt");
  }

  @Test
  void a_mask_that_differs_from_the_prediction_is_reported() {
    var replay =
        Replay.of(
            List.of(
                Evidence.parse(
                    """
                    kernel 6.12.117
                    config NO_HZ_FULL=y CPU_ISOLATION=y CPUMASK_OFFSTACK=y
                    4\tisolcpus=2-3\tisolated=2-3 kthreadd=0-1
                    """)));

    assertThat(replay.differences())
        .anySatisfy(line -> assertThat(line).contains("6.12.117", "kthreadd", "'0-3'", "0-1"));
  }

  @Test
  void a_boot_that_failed_against_the_prediction_is_reported() {
    var replay =
        Replay.of(
            List.of(
                Evidence.parse(
                    "kernel 6.12.117\nconfig NO_HZ_FULL=y\n4\tisolcpus=2-3\tdid-not-boot\n")));

    assertThat(replay.differences())
        .singleElement()
        .asString()
        .contains("isolcpus=2-3", "did not boot");
  }

  @Test
  void a_line_that_lacks_a_column_is_an_error() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evidence.parse("kernel 6.12\nconfig A=y\n4\tisolcpus=2-3\n"))
        .withMessageContaining("isolcpus=2-3");
  }
}
