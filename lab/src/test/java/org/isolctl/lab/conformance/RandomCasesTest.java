package org.isolctl.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.predict.Prediction;
import org.isolctl.model.predict.Predictor;
import org.junit.jupiter.api.Test;

class RandomCasesTest {
  @Test
  void the_same_seed_makes_the_same_cases() {
    assertThat(cases(7).limit(50)).containsExactlyElementsOf(cases(7).limit(50).toList());
    assertThat(cases(7).limit(50).toList()).isNotEqualTo(cases(8).limit(50).toList());
  }

  @Test
  void there_are_legal_and_illegal_ones_and_each_can_be_predicted_and_kept() {
    var kernel = KernelVersion.parse("6.12.117");
    var predictions =
        cases(1)
            .limit(300)
            .map(one -> Predictor.predict(one.on(kernel, AssumedConfig.of(kernel))))
            .toList();

    assertThat(predictions).anyMatch(Prediction::hasErrors);
    assertThat(predictions).anyMatch(it -> !it.hasErrors() && !it.isolated().isEmpty());
    assertThat(cases(1).limit(300))
        .allSatisfy(one ->
            assertThat(CaseList.parse(one.machine() + " " + one.bootLine())).containsExactly(one));
  }

  private static Stream<Case> cases(long seed) {
    var cases = new RandomCases(seed);
    return Stream.generate(cases::next);
  }
}
