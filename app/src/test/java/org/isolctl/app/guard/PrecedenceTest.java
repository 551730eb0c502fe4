package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isolctl.host.linux.Errno;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
  private final FakeKernel kernel = new FakeKernel();
  private final Precedence precedence = new Precedence(() -> List.of(10, 11), kernel, kernel);

  @Test
  void everyThreadOfTheGuardIsRaised() {
    precedence.take();

    assertThat(kernel.raised).containsExactly(10, 11);
    assertThat(kernel.told).isEmpty();
  }

  @Test
  void aThreadThatHasEndedMeanwhileIsNoTrouble() {
    kernel.refusals.put(10, Errno.ESRCH);
    precedence.take();

    assertThat(kernel.raised).containsExactly(10, 11);
    assertThat(kernel.told).isEmpty();
  }

  @Test
  void aRefusalIsSaidOnceWithTheWayOut() {
    kernel.refusals.put(10, Errno.EPERM);
    kernel.refusals.put(11, Errno.EPERM);
    precedence.take();

    assertThat(kernel.told)
        .singleElement()
        .asString()
        .contains("EPERM", "CAP_SYS_NICE", "RestrictRealtime");
  }
}
