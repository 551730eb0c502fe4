package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  @ParameterizedTest
  @CsvSource({
    "LC_ALL=C.UTF-8, true",
    "LANG=en_US.utf8, true",
    "LANG=C, false",
    "LC_ALL=POSIX;LANG=de_DE.UTF-8, false",
    "LC_ALL=;LC_CTYPE=de_DE.UTF-8;LANG=C, true",
    "TERM=xterm, false"
  })
  void theFirstLocaleVariableThatIsSetDecides(String variables, boolean utf8) {
    assertThat(terminal(variables, Optional.empty()).utf8()).isEqualTo(utf8);
  }

  @ParameterizedTest
  @CsvSource({
    "COLUMNS=120, 80, 120",
    "COLUMNS=, 80, 80",
    "COLUMNS=wide, 80, 80",
    "COLUMNS=0, 80, 80",
    "COLUMNS=12, 80, 40",
    "TERM=xterm, 132, 132",
    "TERM=xterm, , 100"
  })
  void theWidthIsWhatTheUserSaysElseTheWindowsElseAHundred(
      String variables, Integer window, int width) {
    assertThat(terminal(variables, Optional.ofNullable(window)).width()).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"50 120, 120", "0 0, ", "stty: standard input, ", "'', ", "24 99999, "})
  void readsTheAnswerOfStty(String answer, Integer columns) {
    assertThat(ProcessTerminal.parseSttySize(answer)).isEqualTo(Optional.ofNullable(columns));
  }

  @Test
  void aDumbTerminalGetsNoColours() {
    var terminal =
        new Terminal(
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            true,
            true,
            Optional.empty(),
            Map.of("TERM", "dumb"));

    assertThat(terminal.colours(ColourChoice.AUTO)).isFalse();
    assertThat(terminal.colours(ColourChoice.ALWAYS)).isTrue();
  }

  private static Terminal terminal(String variables, Optional<Integer> window) {
    var environment = new java.util.HashMap<String, String>();
    for (String variable : variables.split(";", -1)) {
      String[] parts = variable.split("=", 2);
      environment.put(parts[0], parts[1]);
    }
    return new Terminal(
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        false,
        false,
        window,
        environment);
  }
}
