package org.isolctl.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.isolctl.model.measure.KnownGaps;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Everything that was ever measured, held against what is predicted today.
class ConformanceTest {
  static final Path EVIDENCE = Path.of("evidence");

  private static List<Evidence> evidence = List.of();

  @BeforeAll
  static void readTheEvidence() throws IOException {
    evidence = Evidence.readAll(EVIDENCE);
  }

  @Test
  void every_mask_is_as_predicted_or_differs_in_a_known_way() {
    assertThat(Replay.of(evidence).differences()).isEmpty();
  }

  @Test
  void every_known_gap_is_still_there() {
    assertThat(Replay.of(evidence).shown()).containsExactlyInAnyOrderElementsOf(KnownGaps.all());
  }

  @Test
  void ten_series_saw_twenty_five_lines_each() {
    assertThat(evidence)
        .extracting(one -> one.kernel().series())
        .containsExactly("5.10", "6.1", "6.12", "6.16", "6.18", "6.19", "7.0", "7.1", "7.2", "7.3");
    assertThat(evidence)
        .allSatisfy(one -> assertThat(one.observed()).hasSizeGreaterThanOrEqualTo(25));
  }

  @Test
  void sixty_different_cases_were_tried_with_four_and_eight_cpus_one_and_two_nodes() {
    var tried = new HashSet<Case>();
    evidence.forEach(one -> one.observed().forEach(observed -> tried.add(observed.of())));

    assertThat(tried).hasSizeGreaterThanOrEqualTo(60);
    assertThat(tried).extracting(Case::cpus).contains(4, 8);
    assertThat(tried).extracting(one -> one.nodes().size()).contains(0, 2);
  }
}
