package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.guard.ScanReason;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LogDiaryTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final FakeKernel clock = new FakeKernel();

  private LogDiary diary(boolean json) {
    return new LogDiary(
        new PrintStream(bytes, true, StandardCharsets.UTF_8),
        json,
        () -> Instant.parse("2026-11-22T20:00:00.123456Z"),
        clock);
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aHappeningIsOneLineOfJson() {
    diary(true).tell(new Happening.Scanned(Set.of(ScanReason.START, ScanReason.LOSS), 90, 41));

    var json = JsonMapper.shared().readTree(lines().getFirst());
    assertThat(json.path("time").asString()).isEqualTo("2026-11-22T20:00:00.123456Z");
    assertThat(json.path("event").asString()).isEqualTo("scanned");
    assertThat(json.path("level").asString()).isEqualTo("info");
    assertThat(json.path("reasons").asString()).isEqualTo("loss,start");
    assertThat(json.path("corrected").asInt()).isEqualTo(41);
  }

  @Test
  void forPeopleItIsASentence() {
    diary(false).tell(new Happening.Isolated(CpuSet.empty(), CpuSet.of(2, 3)));

    assertThat(lines()).containsExactly("info: guarding CPUs 2-3");
  }

  @Test
  void aNameCannotForgeALine() {
    var kernel = new FakeKernel().make(70, "x\n{\"event\":\"ready\"}\u001b");
    var guard = new FakeGuard(kernel).run(3_000);
    guard.kernel.told.forEach(diary(true)::tell);
    guard.kernel.told.forEach(diary(false)::tell);

    assertThat(lines()).hasSize(2 * guard.kernel.told.size());
    assertThat(bytes.toString(StandardCharsets.UTF_8)).doesNotContain("\u001b");
  }

  @Test
  void whatHappensTooOftenIsCountedInsteadOfTold() {
    var diary = diary(true);
    for (int i = 0; i < 1_000; i++) {
      diary.tell(new Happening.Lost());
    }
    diary.tell(new Happening.Phase("ready"));
    assertThat(lines()).hasSize(51);

    clock.pass(1_001);
    diary.tell(new Happening.Lost());
    assertThat(JsonMapper.shared().readTree(lines().getLast()).path("withheld").asInt())
        .isEqualTo(950);
  }

  @Test
  void everyHappeningHasALine() {
    var diary = diary(false);
    diary.tell(new Happening.Lost());
    diary.tell(new Happening.Hearing(4096));
    diary.tell(new Happening.Deaf("no connector"));
    diary.tell(new Happening.KthreaddPutBack(CpuSet.of(0), CpuSet.of(0, 1)));
    diary.tell(new Happening.KthreaddLeft(CpuSet.of(1)));
    diary.tell(new Happening.Reloaded("p.toml"));
    diary.tell(new Happening.Trouble("something"));
    diary.tell(new Happening.Phase("stopped"));

    assertThat(lines())
        .containsExactly(
            "warning: announcements were lost; scanning",
            "info: hearing of every new kernel thread",
            "warning: new kernel threads are not announced, so they are found by scanning:"
                + " no connector",
            "info: kthreadd has its former mask 0-1 again",
            "warning: kthreadd was set to 1 by somebody else and is left so",
            "info: policy read again: p.toml",
            "error: something",
            "info: guard: stopped");
  }
}
