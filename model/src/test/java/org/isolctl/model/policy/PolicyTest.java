package org.isolctl.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.isolctl.model.thread.ThreadClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "kvm-pit/*, kvm-pit/812, true",
    "kvm-pit/*, kvm-pit, false",
    "*, '', true",
    "?, '', false",
    "a?c, abc, true",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXbY, false",
    "'', '', true",
    "[x], x, false",
    "[x], [x], true"
  })
  void aGlobFitsTheWholeText(String pattern, String text, boolean fits) {
    assertThat(new Glob(pattern).matches(text)).isEqualTo(fits);
  }

  @Test
  void everythingThatAnExceptionNamesMustMatch() {
    var exception =
        new PolicyException(
            Optional.of(new Glob("vhost-*")),
            Optional.of(new Glob("/machine.slice/*")),
            Optional.of(ThreadClass.USER),
            "guests");

    assertThat(exception.matches("vhost-1", ThreadClass.USER, Optional.of("/machine.slice/a")))
        .isTrue();
    assertThat(exception.matches("other", ThreadClass.USER, Optional.of("/machine.slice/a")))
        .isFalse();
    assertThat(exception.matches("vhost-1", ThreadClass.KTHREAD, Optional.of("/machine.slice/a")))
        .isFalse();
    assertThat(exception.matches("vhost-1", ThreadClass.USER, Optional.empty())).isFalse();
  }

  @Test
  void anExceptionThatMatchesEverythingOrGivesNoReasonIsRefused() {
    assertThatThrownBy(() ->
            new PolicyException(Optional.empty(), Optional.empty(), Optional.empty(), "because"))
        .hasMessageContaining("a comm, a cgroup or a class");
    assertThatThrownBy(() ->
            new PolicyException(
                Optional.of(new Glob("*")), Optional.empty(), Optional.empty(), " "))
        .hasMessageContaining("reason");
  }
}
