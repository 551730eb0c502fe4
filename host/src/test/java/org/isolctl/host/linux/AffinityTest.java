package org.isolctl.host.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.FutureTask;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;

/// Only threads that the test itself starts are changed.
class AffinityTest {
  private static CpuSet own(Affinity affinity) {
    return affinity.get(0) instanceof AffinityResult.Mask(var mask) ? mask : CpuSet.empty();
  }

  @Test
  void aThreadCanBeConfinedAndLetGo() throws Exception {
    var task =
        new FutureTask<>(() -> {
          var affinity = new Affinity();
          var before = own(affinity);
          var one = CpuSet.of(before.last());
          var confined = affinity.set(0, one);
          var restored = affinity.set(0, before);
          assertThat(confined).isEqualTo(new AffinityResult.Mask(one));
          assertThat(restored).isEqualTo(new AffinityResult.Mask(before));
          return before;
        });
    Thread.ofPlatform().start(task);
    assertThat(task.get().isEmpty()).isFalse();
  }

  @Test
  void cpusAreTakenOutOfAMaskThatHasOthers() throws Exception {
    var task =
        new FutureTask<>(() -> {
          var affinity = new Affinity();
          var before = own(affinity);
          assumeTrue(before.size() > 1);
          var away = CpuSet.of(before.last());
          var narrowing = affinity.narrow(0, away);
          var after = own(affinity);
          affinity.set(0, before);
          assertThat(narrowing).isEqualTo(new Narrowing.Narrowed(before));
          assertThat(after).isEqualTo(before.minus(away));
          return before;
        });
    Thread.ofPlatform().start(task);
    assertThat(task.get().isEmpty()).isFalse();
  }

  @Test
  void aMaskThatHasNoneOfThemOrNothingElseIsLeft() {
    var affinity = new Affinity();
    var mask = own(affinity);
    assertThat(affinity.narrow(0, CpuSet.of(8191))).isEqualTo(new Narrowing.Left(mask));
    assertThat(affinity.narrow(0, mask)).isEqualTo(new Narrowing.Left(mask));
    assertThat(affinity.narrow(0, CpuSet.empty())).isEqualTo(new Narrowing.Left(mask));
    assertThat(own(affinity)).isEqualTo(mask);
  }

  @Test
  void nothingIsTakenOutOfAMaskThatIsNotToBeHad() {
    assertThat(new Affinity().narrow(Integer.MAX_VALUE, CpuSet.of(1)))
        .isEqualTo(new Narrowing.Unknown(new Errno(Errno.ESRCH)));
  }

  @Test
  void aThreadThatIsNotThereIsRefusedWithItsErrorNumber() {
    assertThat(new Affinity().get(Integer.MAX_VALUE))
        .isEqualTo(new AffinityResult.Refused(new Errno(Errno.ESRCH)));
  }

  @Test
  void aMaskWithoutAnyUsableCpuIsRefused() {
    var affinity = new Affinity();
    assumeTrue(own(affinity).last() < 8000);
    assertThat(affinity.set(0, CpuSet.of(8191)))
        .isEqualTo(new AffinityResult.Refused(new Errno(Errno.EINVAL)));
  }

  @Test
  void errorsAreCalledAsInTheManual() {
    assertThat(new Errno(3)).hasToString("ESRCH");
    assertThat(new Errno(117)).hasToString("errno 117");
  }
}
