package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `isolctl apply --partition 2` where CPU 3 is isolated by the boot line. Up to 6.19 the kernel
/// gives threads CPU 3 when the partition comes, whatever the plan had set.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
class PartitionBesideIsolcpusInGuestTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  private final Booted booted;

  PartitionBesideIsolcpusInGuestTest(Booted booted) {
    this.booted = booted;
  }

  static Stream<Booted> guests() throws Exception {
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    IsolctlImage image = IsolctlImage.of(modules, LabCache.ofEnvironment());
    return Booted.eachForStories(BootSpec.of("isolcpus=3").withIsolctl(image));
  }

  @Test
  void bothAreIsolatedAfterwardsAndUndoLeavesTheOneOfTheBootLine() throws IOException {
    var guest = booted.guest();
    guest.run("echo never >/sys/kernel/mm/transparent_hugepage/enabled; sleep 1").orThrow();
    var before = ApplyStory.masks(guest);

    var applied = json("isolctl apply --partition 2 --name rt --yes --format json");
    assertThat(applied.path("failed").asInt(-1)).isZero();
    assertThat(guest.run("cat /sys/fs/cgroup/rt/cpuset.cpus.partition").orThrow().strip())
        .isEqualTo("isolated");
    assertThat(applied.path("verdict").asString()).isEqualTo("intact");
    assertThat(guest.run("grep Cpus_allowed_list /proc/1/status").orThrow())
        .as("process 1 never had CPU 3")
        .endsWith("0-1\n");

    var undone = json("isolctl undo --yes --format json");
    assertThat(undone.path("failed").asInt(-1)).isZero();
    assertThat(refused(undone)).allMatch(target -> target.contains(" kworker/u"));
    assertThat(ApplyStory.masks(guest)).isEqualTo(before);
    assertThat(json("isolctl undo --yes --format json").path("changes")).isEmpty();
  }

  private static List<String> refused(JsonNode answer) {
    return answer
        .path("changes")
        .valueStream()
        .filter(change -> change.path("outcome").asString().equals("refused"))
        .map(change -> change.path("target").asString())
        .toList();
  }

  private JsonNode json(String command) throws GuestException {
    var result = booted.guest().run(command, LONG);
    assertThat(result.out()).as(result.err()).isNotEmpty();
    return JsonMapper.shared().readTree(result.out());
  }
}
