package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// `isolctl run` on a real kernel with 4 CPUs and `isolcpus=2,3`.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
class RunInGuestTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final String MASK = "sed -n 's/^Cpus_allowed_list:.//p' /proc/%s/status";

  private final Booted booted;

  RunInGuestTest(Booted booted) {
    this.booted = booted;
  }

  static Stream<Booted> guests() throws Exception {
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    IsolctlImage image = IsolctlImage.of(modules, LabCache.ofEnvironment());
    return Booted.eachForStories(BootSpec.of("isolcpus=2,3").withIsolctl(image));
  }

  @Test
  void aCommandHasItsPlaceItsProcessAndItsExitCode() throws IOException {
    var result =
        booted
            .guest()
            .run(
                "isolctl run --cpus 3 --policy fifo:50 -- sh -c '"
                    + MASK.formatted("$$").replace("'", "\"")
                    + "; cut -d\" \" -f18,41 /proc/$$/stat; exit 7'; echo $?",
                LONG);

    // In the stat file the priority is that of the kernel, -1 - 50, and 1 the policy FIFO.
    assertThat(result.out()).isEqualTo("3\n-51 1\n7\n");
  }

  @Test
  void aRunningProcessIsMovedAndOffAgain() throws IOException {
    var guest = booted.guest();
    var pid = guest.run("sleep 100000 >/dev/null 2>&1 & echo $!").orThrow().strip();

    assertThat(guest.run("isolctl run --pid " + pid, LONG).code()).isZero();
    assertThat(guest.run(MASK.formatted(pid)).out()).isEqualTo("2-3\n");
    assertThat(guest.run("isolctl run --housekeeping --pid " + pid, LONG).code()).isZero();
    assertThat(guest.run(MASK.formatted(pid)).out()).isEqualTo("0-1\n");
  }
}
