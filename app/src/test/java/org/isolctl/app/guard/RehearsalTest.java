package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isolctl.app.guard.FakeKernel.ALL;
import static org.isolctl.app.guard.FakeKernel.ISOLATED;
import static org.isolctl.app.guard.FakeKernel.KEEP;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void itTouchesNothingButItsOwnThreadWhichKeepsItsMask() {
    var kernel = new FakeKernel();
    kernel.make(0, "main").make(70, "khugepaged");
    kernel.make(Math.toIntExact(ProcessHandle.current().pid()), "java");
    kernel.force(0, KEEP);
    var others = new AtomicInteger();
    Rehearsal.run(kernel, ISOLATED, ALL, List.of(others::incrementAndGet));

    assertThat(kernel.maskOf(0)).isEqualTo(KEEP);
    assertThat(kernel.maskOf(70)).isEqualTo(ALL);
    assertThat(kernel.maskOf(2)).isEqualTo(ALL);
    assertThat(kernel.note).isEmpty();
    assertThat(kernel.told).isEmpty();
    assertThat(others).hasValue(Rehearsal.LOOPS);
  }

  @Test
  void whereNothingIsIsolatedThereIsNothingToRehearse() {
    var kernel = new FakeKernel();
    kernel.make(0, "main");
    Rehearsal.run(kernel, CpuSet.empty(), ALL, List.of());

    assertThat(kernel.maskOf(0)).isEqualTo(ALL);
  }
}
