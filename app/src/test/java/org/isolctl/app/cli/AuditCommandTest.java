package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.isolctl.app.render.AuditJson;
import org.isolctl.app.render.Audits;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Audit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditCommandTest {
  static Stream<Arguments> verdicts() {
    return Stream.of(
        Arguments.of(Audits.intact(), 0, "INTACT"),
        Arguments.of(Audits.notIsolated(), 0, "NOT ISOLATED"),
        Arguments.of(Audits.violated(), 1, "VIOLATED"),
        Arguments.of(Audits.undecided(), 3, "UNDECIDED"));
  }

  @ParameterizedTest
  @MethodSource("verdicts")
  void theExitCodeFollowsTheVerdict(Audit audit, int code, String word) {
    var run = Run.with(audit).run("audit");

    assertThat(run.exitCode()).isEqualTo(code);
    assertThat(run.out()).startsWith(word + "  ");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void jsonIsTheWholeOfTheOutput() {
    var run = Run.with(Audits.violated()).run("audit", "--format", "json");

    assertThat(run.out()).isEqualTo(AuditJson.render(Audits.violated()));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void handsItsOptionsOn() {
    var seen = new AtomicReference<MachineOptions>();
    new Run()
        .inspector(
            new FakeInspector((options, _, _) -> {
              seen.set(options);
              return Audits.intact();
            }))
        .run("audit", "--isolated", "1-2", "--root", "/mnt", "--policy", "p.toml");

    assertThat(seen.get().isolation.isolated).contains(CpuSet.of(1, 2));
    assertThat(seen.get().root).contains(Path.of("/mnt"));
    assertThat(seen.get().isolation.policy).contains(Path.of("p.toml"));
    assertThat(seen.get().capture).isEmpty();
  }

  @Test
  void showsHowFarAWatchIsOnATerminalAndTakesTheLineAwayAgain() {
    var watching =
        new FakeInspector((_, watch, progress) -> {
          assertThat(watch).isEqualTo(Optional.of(Duration.ofSeconds(10)));
          progress.watching(Duration.ofSeconds(4), Duration.ofSeconds(10));
          return Audits.intact();
        });
    var run = new Run().inspector(watching).onATerminal().run("audit", "--watch", "10s");
    var piped = new Run().inspector(watching).run("audit", "--watch", "10s");

    assertThat(run.err()).isEqualTo("\r\u001b[Kwatching the isolated CPUs: 4 s of 10 s\r\u001b[K");
    assertThat(piped.err()).isEmpty();
  }

  @Test
  void aColourIsUsedOnATerminalOnlyAndNeverAgainstTheUsersWish() {
    assertThat(Run.with(Audits.intact()).onATerminal().run("audit").out()).contains("\u001b[");
    assertThat(Run.with(Audits.intact()).run("audit").out()).doesNotContain("\u001b[");
    assertThat(Run.with(Audits.intact()).run("audit", "--color", "always").out())
        .contains("\u001b[");
    assertThat(Run.with(Audits.intact()).onATerminal().run("audit", "--color=never").out())
        .doesNotContain("\u001b[");
    assertThat(
            Run.with(Audits.intact()).onATerminal().environment("NO_COLOR", "1").run("audit").out())
        .doesNotContain("\u001b[");
  }

  @Test
  void writesUtf8WhereTheLocaleHasItAndAsciiElsewhere() {
    Audit audit = Audits.withName("caf\u00e9");

    assertThat(Run.with(audit).run("audit").out()).contains("caf\u00e9 (99)");
    assertThat(Run.with(audit).environment("LC_ALL", "C").run("audit").out())
        .contains("caf\\xe9 (99)");
  }

  @Test
  void keepsToTheColumnsThatTheEnvironmentNames() {
    var run = Run.with(Audits.violated()).environment("COLUMNS", "60").run("audit");

    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
  }
}
