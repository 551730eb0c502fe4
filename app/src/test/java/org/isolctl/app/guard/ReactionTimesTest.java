package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReactionTimesTest {
  private final Counts counts = new Counts();

  @Test
  void aShareIsCountedAmongTheTimesThemselves() {
    for (long i = 100; i > 0; i--) {
      counts.reacted(i * 1_000);
    }

    assertThat(counts.reactions().quantileNanos(0.5)).isEqualTo(50_000);
    assertThat(counts.reactions().quantileNanos(0.99)).isEqualTo(99_000);
    assertThat(counts.reactions().total()).isEqualTo(100);
  }

  @Test
  void onlyTheLatestAreRemembered() {
    counts.reacted(9_000_000);
    for (int i = 0; i < 5_000; i++) {
      counts.reacted(i % 7 + 1);
    }

    assertThat(counts.reactions().latest())
        .hasSize(ReactionTimes.LATEST)
        .doesNotContain(9_000_000L);
    assertThat(counts.reactions().maxNanos()).isEqualTo(9_000_000);
    assertThat(counts.reactions().total()).isEqualTo(5_001);
  }

  @Test
  void withoutAnyTimeThereIsNothingToTell() {
    assertThat(counts.reactions().quantileNanos(0.99)).isZero();
  }
}
