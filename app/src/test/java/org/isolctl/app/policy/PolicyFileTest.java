package org.isolctl.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.policy.Glob;
import org.isolctl.model.policy.Governed;
import org.isolctl.model.policy.Policy;
import org.isolctl.model.policy.PolicyException;
import org.isolctl.model.thread.ThreadClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
  @Test
  void readsIsolatedCpusAndExceptionsInTheirOrder() throws PolicyFileException {
    Policy policy =
        PolicyFile.parse(
            "p.toml",
            """
            isolated = "2-3,8"

            [[exception]]
            comm = "kvm-pit/*"
            class = "kthread"
            reason = "timer"

            [[exception]]
            cgroup = "/machine.slice/*"
            reason = "guests"
            """);

    assertThat(policy.isolated()).contains(CpuSet.of(2, 3, 8));
    assertThat(policy.exceptions())
        .containsExactly(
            new PolicyException(
                Optional.of(new Glob("kvm-pit/*")),
                Optional.empty(),
                Optional.of(ThreadClass.KTHREAD),
                "timer"),
            new PolicyException(
                Optional.empty(),
                Optional.of(new Glob("/machine.slice/*")),
                Optional.empty(),
                "guests"));
  }

  @Test
  void userThreadsMayBeMovedOnlyWhereItSaysSo() throws PolicyFileException {
    assertThat(PolicyFile.parse("p.toml", "move_user = true").moveUser()).isTrue();
    assertThat(PolicyFile.parse("p.toml", "move_user = false").moveUser()).isFalse();
    assertThat(PolicyFile.parse("p.toml", "").moveUser()).isFalse();
    assertThatThrownBy(() -> PolicyFile.parse("p.toml", "\nmove_user = \"yes\""))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageContaining("2")
        .hasMessageContaining("true or false");
  }

  @Test
  void theGuardGovernsMoreThanThreadsOnlyWhereItSaysSo() throws PolicyFileException {
    assertThat(PolicyFile.parse("p.toml", "govern = [\"irqs\", \"workqueues\"]").governed())
        .containsExactlyInAnyOrder(Governed.IRQS, Governed.WORKQUEUES);
    assertThat(PolicyFile.parse("p.toml", "govern = [\"irqs\"]").governed())
        .containsExactly(Governed.IRQS);
    assertThat(PolicyFile.parse("p.toml", "").governed()).isEmpty();
  }

  @Test
  void anEmptyFileIsAnEmptyPolicy() throws PolicyFileException {
    assertThat(PolicyFile.parse("p.toml", "# nothing yet\n")).isEqualTo(Policy.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          isolatd = "2"                                 | p.toml:1: unknown key 'isolatd'
          [[exeption]];reason = "x"                     | p.toml:1: unknown key 'exeption'
          isolated = 2                                  | p.toml:1: isolated is no string; write isolated = "2"
          isolated = "2-"                               | p.toml:1: '2-' is no list of CPUs
          govern = "irqs"                               | p.toml:1: govern is a list of "irqs" and "workqueues"
          govern = ["irq"]                              | p.toml:1: govern is a list of "irqs" and "workqueues"
          exception = 5                                 | p.toml:1: an exception is written as [[exception]]
          exception = [1]                               | p.toml:1: an exception is written as [[exception]]
          [[exception]];comm = "a"                      | p.toml:1: the exception has no reason
          [[exception]];reason = " ";comm = "a"         | p.toml:1: an exception needs a reason
          [[exception]];reason = "x"                    | p.toml:1: an exception needs a comm, a cgroup or a class
          [[exception]];comm = "a";reason = "x";[[exception]];com = "b";reason = "y" | p.toml:5: unknown key 'com'; known are comm, cgroup, class, reason
          [[exception]];reason = "x";class = "kernel"   | p.toml:3: 'kernel' is no class; known are init, kthreadd
          [[exception]];reason = "x";comm = 7           | p.toml:3: comm is no string
          exception = [{why = "x"}]                     | p.toml: unknown key 'why'
          isolated = "2                                 | p.toml:1: this is no TOML:
          isolated = "2";[[exception]];comm = ["a",     | p.toml:3: this is no TOML: the file ends in the middle of a value.
          isolated = "2";;isolated = "3"                | p.toml:3: this is no TOML:
          isolated = "2";exception                      | p.toml:2: this is no TOML:
          """)
  void saysWhatIsWrongAndWhere(String lines, String message) {
    assertThatThrownBy(() -> PolicyFile.parse("p.toml", lines.replace(';', '\n')))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void namesAFileThatIsNotThere(@TempDir Path folder) {
    Path file = folder.resolve("none.toml");

    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(PolicyFileException.class)
        .hasMessage("the policy file " + file + " does not exist.");
  }

  @Test
  void refusesWhatIsNoText(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("binary.toml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageContaining("no UTF-8 text");
  }

  @Test
  void refusesAFileThatIsFarTooLarge(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("large.toml");
    Files.write(file, new byte[(1 << 20) + 1]);

    assertThatThrownBy(() -> PolicyFile.read(file))
        .isInstanceOf(PolicyFileException.class)
        .hasMessageContaining("larger than 1 MiB");
  }
}
