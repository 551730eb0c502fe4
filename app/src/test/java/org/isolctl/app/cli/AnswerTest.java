package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import org.isolctl.app.render.Audits;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  @Test
  void aReaderThatHasGoneAwayEndsNothing() {
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(failing("Broken pipe"), err, false, false, Optional.empty(), Map.of());

    int code =
        new Isolctl(terminal, new FakeInspector((_, _, _) -> Audits.violated())).run("audit");

    assertThat(code).isEqualTo(1);
    assertThat(err.size()).isZero();
  }

  @Test
  void anAnswerThatIsNotWholeIsAnError() {
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            failing("No space left on device"), err, false, false, Optional.empty(), Map.of());

    int code = new Isolctl(terminal, new FakeInspector((_, _, _) -> Audits.intact())).run("audit");

    assertThat(code).isEqualTo(3);
    assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(
            "isolctl audit: cannot write the answer to standard output: No space left on"
                + " device.\n");
  }

  @Test
  void theFailureKeepsItsCause() {
    assertThatThrownBy(() -> new Answer(failing("I/O error")).print("x"))
        .isInstanceOf(CommandException.class)
        .hasRootCauseMessage("I/O error");
  }
}
