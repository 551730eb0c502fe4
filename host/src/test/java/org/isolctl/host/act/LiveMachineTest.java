package org.isolctl.host.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.LiveFiles;
import org.isolctl.host.threads.SingleThread;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Outcome;
import org.isolctl.model.plan.Result;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On the machine that runs the tests, hence on a process of its own alone.
class LiveMachineTest {
  @TempDir Path folder;
  private final LiveMachine machine = new LiveMachine(Optional.empty());
  private Process sleeper;

  @BeforeEach
  void start() throws IOException {
    sleeper = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void stop() {
    sleeper.destroyForcibly();
  }

  private Target.OfThread target() {
    int tid = Math.toIntExact(sleeper.pid());
    var stat = new SingleThread(new LiveFiles(), tid).stat().toOptional().orElseThrow();
    return new Target.OfThread(tid, stat.startTicks(), stat.comm());
  }

  private CpuSet mask() {
    int tid = Math.toIntExact(sleeper.pid());
    return new SingleThread(new LiveFiles(), tid).mask().toOptional().orElseThrow();
  }

  @Test
  void theMaskOfAThreadIsSetAndComesBackToTheLastBit() throws IOException {
    var before = mask();
    assumeTrue(before.intersect(machine.online()).size() > 1, "one CPU leaves no choice");
    var one = CpuSet.of(before.intersect(machine.online()).first());
    var change = new Change(target(), Value.of(before), Value.of(one), Optional.empty());

    try (var journal = Journal.open(folder, machine.bootId())) {
      var results = new Actor(machine, journal).apply(List.of(change), _ -> {});
      assertThat(results).extracting(Result::outcome).containsExactly(new Outcome.Written());
      assertThat(mask().intersect(machine.online())).isEqualTo(one);

      var back = new Undoer(machine, journal).undo(_ -> {});
      assertThat(back).extracting(Result::outcome).containsExactly(new Outcome.Written());
    }
    assertThat(mask()).isEqualTo(before);
  }

  @Test
  void aThreadThatTookTheTidOfAnotherIsNotTouched() {
    var target = target();
    var former = new Target.OfThread(target.tid(), target.startTicks() + 1, "former");

    assertThat(machine.look(former)).isEqualTo(new Look.Gone());
    assertThat(machine.look(target)).isInstanceOf(Look.Holds.class);
  }

  @Test
  void aThreadThatHasEndedIsGone() throws InterruptedException {
    var target = target();
    sleeper.destroyForcibly().waitFor();

    assertThat(machine.look(target)).isEqualTo(new Look.Gone());
    assertThat(machine.set(target, Value.of(CpuSet.of(0)))).isEqualTo(new Answer.Gone());
  }

  @Test
  void aMaskWithoutAUsableCpuIsRefusedWithTheReason() {
    var nowhere = Value.of(CpuSet.of(CpuSet.MAX_CPU));

    assertThat(machine.set(target(), nowhere))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> {
              assertThat(refused.error()).isEqualTo("EINVAL");
              assertThat(refused.why()).contains("usable");
            });
  }

  @Test
  void whatIsNotThereIsGone() {
    assertThat(machine.look(new Target.OfReceiveQueue("no-such-device", "rx-0")))
        .isEqualTo(new Look.Gone());
    assertThat(machine.look(new Target.OfIrq(987_654, "none"))).isEqualTo(new Look.Gone());
    assertThat(machine.look(new Target.OfGroup("/rt"))).isInstanceOf(Look.Unreadable.class);
  }

  @Test
  void theBootHasAnIdentity() {
    assertThat(machine.bootId()).matches("[0-9a-f-]{36}");
  }
}
