package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsolctlTest {
  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void saysItsVersionOnOneLine(String word) {
    var run = new Run().run(word);

    assertThat(run.out()).matches("isolctl [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void withoutAVerbItShowsTheOverviewAsAnError() {
    var run = new Run().run();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("isolctl: no verb given.\n").contains("  audit ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void theOverviewNamesEveryVerbAndExitCode(String word) {
    var run = new Run().run(word);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("  version ", "  help ");
    for (Verb verb : Verb.values()) {
      assertThat(run.out()).contains("  " + verb.word() + " ");
    }
    assertThat(run.out()).contains("  0  fine\n", "  1  findings", "  2  usage", "  3  could not");
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void everyVerbHasAHelpPageWithExamplesAndExitCodes(Verb verb) {
    var run = new Run().run(verb.word(), "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Usage: isolctl " + verb.word())
        .contains("Examples:\n  isolctl " + verb.word())
        .containsPattern("Exit codes:\n +0 +fine\n");
    assertThat(new Run().run("help", verb.word()).out()).isEqualTo(run.out());
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void helpFitsANarrowTerminal(Verb verb) {
    var run = new Run().environment("COLUMNS", "80").run(verb.word(), "--help");

    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          adit           | isolctl: 'adit' is no verb. Did you mean audit
          xyzzy          | isolctl: 'xyzzy' is no verb.
          --format       | isolctl: options come after the verb, for instance 'isolctl audit --format'.
          help adit      | isolctl: 'adit' is no verb. Did you mean audit
          audit --fromat json        | isolctl audit: Unknown options: '--fromat', 'json'.
          audit --alll               | isolctl audit: Unknown option: '--alll'. Did you mean --all
          audit --format xml         | isolctl audit: Invalid value for option '--format': 'xml' is neither text nor json.
          audit --format             | isolctl audit: Missing required parameter for option '--format'
          audit --color red          | isolctl audit: Invalid value for option '--color': 'red' is none of auto, always and never.
          audit --isolated 2-        | isolctl audit: Invalid value for option '--isolated': '2-' is no list of CPUs
          audit --isolated ,         | isolctl audit: Invalid value for option '--isolated': names no CPU; write a list such as 2-3,8.
          audit --watch 10           | isolctl audit: Invalid value for option '--watch': '10' is no time; write a number and ms, s, m or h, such as 10s.
          audit --watch 0s           | isolctl audit: Invalid value for option '--watch': '0s' is no time at all
          audit --root /a --capture b | isolctl audit: --capture and --root name two machines; leave one of them out.
          audit --root /a --watch 1s | isolctl audit: --watch looks at a running machine
          audit now                  | isolctl audit: Unmatched argument at index 0: 'now'.
          explain nonsense           | isolctl explain: 'nonsense' is no finding, no cause and no thread; 'isolctl explain' lists what there is.
          """)
  void anErrorOfUseIsOneSentenceThatSaysTheWayOut(String line, String message) {
    var run = new Run().run(line.split(" ", -1));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith(message).hasLineCount(1);
  }

  @Test
  void showsNoEscapeSequenceThatCameInOnTheCommandLine() {
    assertThat(new Run().run("\u001b[31maudit").err())
        .contains("\\x1b[31maudit")
        .doesNotContain("\u001b");
  }

  @Test
  void aDefectIsToldInOneSentenceAndTracedOnlyWhenAsked() {
    var broken =
        new FakeInspector((_, _, _) -> {
          throw new IllegalStateException("out of order");
        });
    var run = new Run().inspector(broken).run("audit");
    var traced = new Run().inspector(broken).environment("ISOLCTL_DEBUG", "1").run("audit");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err())
        .hasLineCount(1)
        .contains("a defect in isolctl: java.lang.IllegalStateException: out of order", "report");
    assertThat(traced.err()).contains("\\x09at ", "IllegalStateException: out of order");
  }
}
