package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// `isolctl apply` killed by signal 9 on a real kernel, then `isolctl undo`. The tests of the host
/// kill it at every single step; here it is killed at some, with everything that can be changed.
@Tag("lab")
@ParameterizedClass
@MethodSource("guests")
class KilledApplyInGuestTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final int KILLS = 4;

  private final Booted booted;

  KilledApplyInGuestTest(Booted booted) {
    this.booted = booted;
  }

  static Stream<Booted> guests() throws Exception {
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    IsolctlImage image = IsolctlImage.of(modules, LabCache.ofEnvironment());
    return Booted.eachForStories(BootSpec.of("isolcpus=2,3").withIsolctl(image));
  }

  @Test
  void undoGivesEveryMaskBackWhereverApplyWasKilled() throws IOException {
    var guest = booted.guest();
    guest.run(GuestScripts.STRAYS).orThrow();
    var before = ApplyStory.masks(guest);
    var plan = JsonMapper.shared().readTree(guest.run("isolctl plan --format json", LONG).out());
    int changes = plan.path("changes").size();
    assertThat(changes).isGreaterThan(KILLS);

    var killedAt = new ArrayList<Integer>();
    for (int kill = 0; kill < KILLS; kill++) {
      int number = 1 + kill * (changes - 1) / KILLS;
      killedAt.add(number(guest.run(GuestScripts.killAtChange(number), LONG).out()));
      var undone =
          JsonMapper.shared().readTree(guest.run("isolctl undo --yes --format json", LONG).out());

      assertThat(undone.path("failed").asInt(-1)).isZero();
      assertThat(ApplyStory.masks(guest)).isEqualTo(before);
    }
    // At least one must have died in the middle, or nothing was tested.
    assertThat(killedAt).anyMatch(at -> at > 0 && at < changes);
  }

  private static int number(String text) {
    return List.of(text.strip().split("\n", -1)).reversed().stream()
        .findFirst()
        .map(Integer::parseInt)
        .orElseThrow();
  }
}
