package org.isolctl.model.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.isolctl.model.cpu.CpuSet;

/// What a prediction must hold, in a short notation: `isolated=2-3 kthread=0-1`.
///
/// @param masks the masks by name; a thread class or a housekeeping type by its label
/// @param codes the codes that a reader must get; none means that there must be no error
record Expected(Map<String, String> masks, List<String> codes) {
  static Expected of(String masks, String codes) {
    return new Expected(
        Stream.of(masks.split(" "))
            .filter(part -> !part.isEmpty())
            .collect(
                Collectors.toMap(
                    part -> part.substring(0, part.indexOf('=')),
                    part -> part.substring(part.indexOf('=') + 1))),
        Stream.of(codes.split(" ")).filter(code -> !code.isEmpty()).toList());
  }

  void assertMet(Prediction prediction) {
    masks.forEach((name, cpus) -> assertThat(mask(prediction, name)).as(name).hasToString(cpus));
    var found = prediction.diagnostics().stream().map(remark -> remark.code().label()).toList();
    assertThat(found).containsAll(codes);
    if (codes.isEmpty()) {
      assertThat(prediction.hasErrors()).as("%s", found).isFalse();
    }
  }

  private static CpuSet mask(Prediction prediction, String name) {
    return switch (name) {
      case "possible" -> prediction.possible();
      case "online" -> prediction.online();
      case "isolated" -> prediction.isolated();
      case "nohz_full" -> prediction.nohzFull();
      case "rcu_nocbs" -> prediction.rcuNocbs();
      case "unbound" -> prediction.workqueueUnbound();
      case "irq" -> prediction.irqDefault();
      default ->
          Stream.concat(
                  prediction.threads().entrySet().stream()
                      .filter(entry -> entry.getKey().label().equals(name))
                      .map(Map.Entry::getValue),
                  prediction.housekeeping().entrySet().stream()
                      .filter(entry -> entry.getKey().label().equals(name))
                      .map(Map.Entry::getValue))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no mask " + name + " in " + prediction));
    };
  }
}
