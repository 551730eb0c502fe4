package org.isolctl.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelVersionTest {
  @ParameterizedTest
  @CsvSource({
    "6.12.117+deb12-cloud-amd64,6,12,117",
    "7.0,7,0,0",
    "3.10.0-1160.el7.x86_64,3,10,0",
    "5.14.0-427.13.1.el9_4.x86_64,5,14,0",
    "6.8.0-31-generic,6,8,0",
    "7.3.4+deb13-cloud-amd64,7,3,4",
    "6.1.0-44-amd64,6,1,0",
    "6.6.87.2-microsoft-standard-WSL2,6,6,87",
    "6.6~bpo,6,6,0",
  })
  void reads_releases_of_many_vendors(String text, int major, int minor, int patch) {
    var version = KernelVersion.parse(text);

    assertThat(version.major()).isEqualTo(major);
    assertThat(version.minor()).isEqualTo(minor);
    assertThat(version.patch()).isEqualTo(patch);
    assertThat(version.candidate()).isEmpty();
    assertThat(version).hasToString(text);
    assertThat(version.series()).isEqualTo(major + "." + minor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.3-rc2", "7.3.0-rc2", "7.3-rc2-next"})
  void reads_release_candidates(String text) {
    assertThat(KernelVersion.parse(text).candidate()).isEqualTo(OptionalInt.of(2));
    assertThat(KernelVersion.parse(text).isAtLeast(7, 3)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "6", "six", "v6.12", "6.", ".6", "6.123456789", "-1.2", "linux-6.1"})
  void says_what_a_release_looks_like_when_it_gets_none(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KernelVersion.parse(text))
        .withMessageContaining("'" + text + "'")
        .withMessageContaining("6.12.117");
  }

  @Test
  void orders_by_number_with_candidates_before_their_release() {
    var ordered =
        Stream.of("3.10.0", "4.9", "4.19", "5.4", "6.1.9", "6.1.10", "7.0-rc1", "7.0-rc2", "7.0")
            .map(KernelVersion::parse)
            .toList();

    assertThat(ordered.reversed().stream().sorted()).isEqualTo(ordered);
    assertThat(List.of(KernelVersion.parse("6.1-a"), KernelVersion.parse("6.1-b"))).isSorted();
  }

  @Test
  void compares_with_a_series() {
    var version = KernelVersion.parse("6.1.192");

    assertThat(version.isAtLeast(5, 19)).isTrue();
    assertThat(version.isAtLeast(6, 1)).isTrue();
    assertThat(version.isAtLeast(6, 2)).isFalse();
    assertThat(version.isAtLeast(7, 0)).isFalse();
    assertThat(version.isStable(6, 1, 192)).isTrue();
    assertThat(version.isStable(6, 1, 193)).isFalse();
    assertThat(version.isStable(6, 6, 0)).isFalse();
    assertThat(version.isStable(5, 1, 0)).isFalse();
  }

  @Test
  void knows_the_mark_of_red_hat() {
    assertThat(KernelVersion.parse("3.10.0-1160.el7.x86_64").isRedHat()).isTrue();
    assertThat(KernelVersion.parse("6.1.0-44-amd64").isRedHat()).isFalse();
  }
}
