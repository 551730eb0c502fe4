package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// `isolctl plan`, `apply` and `undo` as root on a real kernel with 4 CPUs and `isolcpus=2,3`.
@Tag("lab")
@ParameterizedClass
@MethodSource("stories")
class ApplyInGuestTest {
  private final ApplyStory story;

  ApplyInGuestTest(ApplyStory story) {
    this.story = story;
  }

  static Stream<ApplyStory> stories() throws Exception {
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    IsolctlImage image = IsolctlImage.of(modules, LabCache.ofEnvironment());
    return Booted.each(BootSpec.of("isolcpus=2,3").withIsolctl(image)).map(ApplyStory::tell);
  }

  /// Since 6.2 a mask that user space set is remembered and inherited (user_cpus_ptr).
  private boolean inherits() {
    return !story.kernel().release().matches("([3-5]\\.|6\\.[01]\\.).*");
  }

  @Test
  void thePlanNamesWhatStraysKthreaddFirst() {
    assertThat(story.plan().path("changes").path(0).path("target").asString())
        .isEqualTo("thread 2 kthreadd");
    assertThat(targets(story.plan()))
        .anyMatch(target -> target.endsWith(" khungtaskd"))
        .contains("all unbound workqueues");
    assertThat(story.plan().path("children_inherit").asBoolean()).isEqualTo(inherits());
  }

  @Test
  void everyChangeOfThePlanIsMade() {
    assertThat(targets(story.applied())).isEqualTo(targets(story.plan()));
    assertThat(story.applied().path("written").asInt()).isPositive();
    assertThat(story.applied().path("failed").asInt()).isZero();
    assertThat(outcomes(story.applied()))
        .isSubsetOf("written", "pending", "refused", "gone", "already-so");
  }

  @Test
  void theIsolationHoldsAfterwards() {
    assertThat(story.applied().path("verdict").asString()).isEqualTo("intact");
    assertThat(story.mended().path("verdict").asString()).isEqualTo("intact");
    assertThat(story.mended().path("findings").valueStream())
        .filteredOn(finding -> finding.path("movable").asBoolean())
        .allMatch(finding -> finding.path("cause").asString().equals("irq-pending"));
  }

  @Test
  void aKernelThreadMadeLaterStaysOffWhereTheKernelRemembersAndIsMendedNextTimeWhereNot() {
    assertThat(story.later()).isEqualTo(inherits() ? "0-1" : "0-3");
    // The user thread that strays since then is left to its user.
    assertThat(story.again().path("verdict").asString()).isEqualTo("violated");
    var second = story.again().path("changes").valueStream();
    if (inherits()) {
      assertThat(second).isEmpty();
      assertThat(story.again().path("written").asInt()).isZero();
    } else {
      assertThat(second)
          .singleElement()
          .satisfies(change -> {
            assertThat(change.path("target").asString()).endsWith(" khugepaged");
            assertThat(change.path("outcome").asString()).isEqualTo("written");
          });
    }
  }

  @Test
  void undoGivesEveryMaskBackToTheLastBit() {
    assertThat(story.undone().path("failed").asInt()).isZero();
    assertThat(story.undone().path("written").asInt())
        .isEqualTo(story.applied().path("written").asInt() + story.again().path("written").asInt());
    assertThat(story.after()).isEqualTo(story.before());
    assertThat(story.undoneAgain().path("written").asInt()).isZero();
  }

  @Test
  void theStoryIsKeptAsEvidence() throws IOException {
    Kernel kernel = story.kernel();
    Path evidence =
        Files.createDirectories(Path.of(System.getProperty("isolctl.evidence", "target/evidence")));
    for (var part : List.of(story.plan(), story.applied(), story.undone())) {
      var verb = part.path("schema").asString().split("/", -1)[1];
      Files.writeString(
          evidence.resolve(verb + "-" + kernel.release() + ".json"), part.toString() + "\n");
    }
    assertThat(evidence.resolve("undo-" + kernel.release() + ".json")).isNotEmptyFile();
  }

  private static List<String> targets(JsonNode answer) {
    return answer
        .path("changes")
        .valueStream()
        .map(change -> change.path("target").asString())
        .toList();
  }

  private static List<String> outcomes(JsonNode answer) {
    return answer
        .path("changes")
        .valueStream()
        .map(change -> change.path("outcome").asString())
        .distinct()
        .toList();
  }
}
