package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLinkTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /// The guest's own script, run by this machine's shell over a pair of pipes.
  @Nested
  class WithTheRealAgent {
    @TempDir Path folder;
    private Process shell;
    private AgentLink link;

    @BeforeEach
    void start() throws IOException {
      start("900");
    }

    private void start(String silence) throws IOException {
      Path agent = Files.writeString(folder.resolve("agent"), GuestFolder.script("agent"));
      var builder = new ProcessBuilder("bash", agent.toString());
      builder.environment().put("AGENT_FOLDER", folder.toString());
      builder.environment().put("AGENT_SILENCE", silence);
      shell = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      link = new AgentLink(shell.getInputStream(), shell.getOutputStream());
      link.awaitGreeting();
    }

    @AfterEach
    void stop() {
      shell.destroyForcibly();
    }

    @Test
    void outputErrorsAndExitCodeComeBackApart() throws IOException {
      assertThat(link.run("echo out; echo err >&2; exit 7", LIMIT))
          .isEqualTo(new Result("out\n", "err\n", 7));
    }

    @Test
    void outputThatLooksLikeAnAnswerIsOnlyOutput() throws IOException {
      String fake = "0 3 0 d41d8cd98f00b204e9800998ecf8427e\nabc";

      assertThat(link.run("printf '%s' '" + fake + "'", LIMIT).out()).isEqualTo(fake);
      assertThat(link.run("echo next", LIMIT).out()).isEqualTo("next\n");
    }

    @Test
    void manyBytesOfAnyValueComeThrough() throws IOException {
      Result result = link.run("head -c 300000 /dev/zero | tr '\\0' '\\t'; printf '\\n\\r'", LIMIT);

      assertThat(result.out()).isEqualTo("\t".repeat(300_000) + "\n\r");
    }

    @Test
    void aCommandHasNoInput() throws IOException {
      assertThat(link.run("cat; echo end", LIMIT).out()).isEqualTo("end\n");
    }

    @Test
    void aCommandThatTakesTooLongIsKilled() throws IOException {
      assertThat(link.run("echo begun; exec sleep 600", Duration.ofSeconds(1)))
          .isEqualTo(new Result("begun\n", "", 137));
    }

    @Test
    void anAgentThatHearsNothingForTooLongGoes() throws Exception {
      stop();
      start("1");

      assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aScriptOverSeveralLinesRunsWhole() throws IOException {
      assertThat(link.run("for i in 1 2; do\n  echo $i\ndone\n", LIMIT).out()).isEqualTo("1\n2\n");
    }
  }

  @Test
  void firmwareNoiseBeforeTheGreetingIsSkipped() throws IOException {
    var link = linkTo("SeaBIOS\r\n\u001b[2Jisolctl-agent 1\n0 0 0 " + "0".repeat(32) + "\n");

    link.awaitGreeting();

    assertThatThrownBy(() -> link.run("true", LIMIT)).hasMessageContaining("damaged");
  }

  @Test
  void anAnswerWithoutAHeaderIsAnErrorThatShowsIt() {
    assertThatThrownBy(() -> linkTo("sh: not found\n").run("true", LIMIT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sh: not found");
  }

  @Test
  void anAnswerThatIsCutOffIsAnError() {
    String cut = "0 5 0 5d41402abc4b2a76b9719d911017c592\nhel";

    assertThatThrownBy(() -> linkTo(cut).run("true", LIMIT)).hasMessageContaining("damaged");
  }

  @Test
  void aLineThatBreaksBeforeTheGreetingIsAnError() {
    assertThatThrownBy(() -> linkTo("no agent here").awaitGreeting())
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("no agent here");
  }

  @Test
  void aScriptThatDoesNotFitIsRefusedBeforeItIsSent() {
    assertThatThrownBy(() -> linkTo("").run("#".repeat(AgentLink.MAX_SCRIPT + 1), LIMIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("put it into a file");
  }

  private static AgentLink linkTo(String guestSays) {
    return new AgentLink(
        new ByteArrayInputStream(guestSays.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream());
  }
}
