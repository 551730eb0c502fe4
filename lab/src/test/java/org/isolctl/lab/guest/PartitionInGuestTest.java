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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `isolctl apply --partition` on a real kernel that was booted without any isolation.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
class PartitionInGuestTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Booted booted;

  PartitionInGuestTest(Booted booted) {
    this.booted = booted;
  }

  static Stream<Booted> guests() throws Exception {
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    IsolctlImage image = IsolctlImage.of(modules, LabCache.ofEnvironment());
    return Booted.eachForStories(BootSpec.of("").withIsolctl(image));
  }

  @Test
  void aPartitionIsolatesWithoutARebootAndUndoDissolvesIt() throws IOException {
    var guest = booted.guest();
    guest.run("echo never >/sys/kernel/mm/transparent_hugepage/enabled; sleep 1").orThrow();
    var before = ApplyStory.masks(guest);

    var applied = json("isolctl apply --partition 2-3 --name rt --yes --format json");
    assertThat(applied.path("failed").asInt(-1)).isZero();
    assertThat(guest.run("cat /sys/fs/cgroup/rt/cpuset.cpus.partition").orThrow().strip())
        .isEqualTo("isolated");
    assertThat(applied.path("verdict").asString()).isEqualTo("intact");

    var inside =
        guest.run(
            "isolctl run --partition rt -- sh -c 'cat /proc/$$/cgroup; exit 7'; echo $?", LONG);
    assertThat(inside.out()).contains("0::/rt\n").endsWith("7\n");

    guest.run(GuestScripts.KHUGEPAGED).orThrow();
    var escapes = booted.kernel().release().matches("([3-5]\\.|6\\.[01]\\.).*");
    assertThat(guest.run("grep Cpus_allowed_list /proc/$(pidof khugepaged)/status").orThrow())
        .endsWith(escapes ? "0-3\n" : "0-1\n");
    guest.run("kill $(pidof sleep); echo never >/sys/kernel/mm/transparent_hugepage/enabled");

    var undone = json("isolctl undo --yes --format json");
    assertThat(undone.path("failed").asInt(-1)).isZero();
    assertThat(guest.run("ls -d /sys/fs/cgroup/rt").code()).isNotZero();
    // Up to 6.19 the kernel has reset the threads of interrupts too, which no plan moves.
    assertThat(ApplyStory.masks(guest)).isEqualTo(before);
  }

  private JsonNode json(String command) throws GuestException {
    var result = booted.guest().run(command, LONG);
    assertThat(result.out()).as(result.err()).isNotEmpty();
    return JsonMapper.shared().readTree(result.out());
  }
}
