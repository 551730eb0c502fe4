package org.isolctl.lab.kernelpatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.guest.BootSpec;
import org.isolctl.lab.guest.Guest;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `isolctl audit` inside kernels that were built with both semantic patches.
@Tag("tiny")
class PatchedAuditTest {
  private static final String LINE = "isolcpus=managed_irq,domain,2-3 irqaffinity=0-1";

  static Stream<TinyKernel> kernels() throws Exception {
    return TinyKernel.more().stream();
  }

  /// From 6.9 to 6.13 the workers of expedited RCU grace periods are beyond the patches, as the
  /// page on the patch says; once they are moved nothing is left.
  @ParameterizedTest
  @MethodSource("kernels")
  void anAuditKnowsThePatchAndFindsTheIsolationIntact(TinyKernel tiny) throws Exception {
    Path modules = Path.of(System.getProperty("isolctl.modules"));
    IsolctlImage image = IsolctlImage.of(modules, LabCache.ofEnvironment());
    try (Guest guest = Guest.boot(tiny.kernel(), BootSpec.of(LINE).withIsolctl(image))) {
      JsonNode audit = audit(guest);
      assertThat(audit.path("isolated").asString()).isEqualTo("2-3");
      assertThat(codes(audit)).contains("kernel-patched").doesNotContain("prediction-differs");
      var strays = strays(audit);
      assertThat(strays)
          .allSatisfy(
              stray -> assertThat(stray.path("comm").asString()).startsWith("rcu_exp_par_gp_"));

      for (JsonNode stray : strays) {
        guest.run("taskset -p 3 " + stray.path("tid").asInt()).orThrow();
      }
      JsonNode mended = strays.isEmpty() ? audit : audit(guest);
      assertThat(mended.path("verdict").asString()).isEqualTo("intact");
      assertThat(codes(mended)).contains("kernel-patched");
    }
  }

  private static JsonNode audit(Guest guest) throws Exception {
    var result = guest.run("isolctl audit --format json");
    assertThat(result.err()).isEmpty();
    return JsonMapper.shared().readTree(result.out());
  }

  private static List<String> codes(JsonNode audit) {
    return audit
        .path("findings")
        .valueStream()
        .map(finding -> finding.path("code").asString())
        .toList();
  }

  /// The subjects of what breaks the verdict.
  private static List<JsonNode> strays(JsonNode audit) {
    return audit
        .path("findings")
        .valueStream()
        .filter(
            finding -> List.of("error", "critical").contains(finding.path("severity").asString()))
        .map(finding -> finding.path("subject"))
        .toList();
  }
}
