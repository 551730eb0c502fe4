package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.linux.Errno;
import org.junit.jupiter.api.Test;

class PrecedenceTest {
  private final FakeKernel kernel = new FakeKernel();
  private final List<Integer> raised = new ArrayList<>();

  private Optional<Errno> raise(int tid) {
    raised.add(tid);
    return Optional.empty();
  }

  @Test
  void everyThreadOfTheGuardIsRaised() {
    new Precedence(() -> List.of(10, 11), this::raise, kernel).take();

    assertThat(raised).containsExactly(10, 11);
    assertThat(kernel.told).isEmpty();
  }

  @Test
  void aThreadThatHasEndedMeanwhileIsNoTrouble() {
    new Precedence(() -> List.of(10), _ -> Optional.of(new Errno(Errno.ESRCH)), kernel).take();

    assertThat(kernel.told).isEmpty();
  }

  @Test
  void aRefusalIsSaidOnceWithTheWayOut() {
    new Precedence(() -> List.of(10, 11), _ -> Optional.of(new Errno(Errno.EPERM)), kernel).take();

    assertThat(kernel.told)
        .singleElement()
        .asString()
        .contains("EPERM", "CAP_SYS_NICE", "RestrictRealtime");
  }
}
