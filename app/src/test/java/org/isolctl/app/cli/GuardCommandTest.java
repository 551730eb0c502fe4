package org.isolctl.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardCommandTest {
  @TempDir Path folder;

  @Test
  void withoutAGuardTheStatusSaysHowToStartOne() {
    var run = new Run().run("guard", "--status", "--socket", folder.resolve("none").toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no guard answers on").contains("isolctl guard");
  }

  @Test
  void statusAndOnceDoNotGoTogether() {
    assertThat(new Run().run("guard", "--status", "--once").exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9750", "127.0.0.1:", "127.0.0.1:65536", ":", "127.0.0.1:http"})
  void anAddressThatIsNoneIsRefused(String address) {
    var run = new Run().run("guard", "--listen", address);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(address).contains("127.0.0.1:9750");
  }

  @Test
  void aPolicyThatIsMissingIsRefusedBeforeAnythingIsChanged() {
    var run = new Run().run("guard", "--once", "--policy", folder.resolve("none.toml").toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("none.toml");
  }
}
