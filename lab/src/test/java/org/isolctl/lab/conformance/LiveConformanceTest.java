package org.isolctl.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.host.vm.KernelImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.TestedKernels;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Boots lines on the tested kernels and holds every mask against what is predicted, as the replay
/// of the evidence does with what was measured once. `isolctl.conformance` says which lines: `one`,
/// a `spread` of telling ones, or `all` cases.
@Tag("lab")
class LiveConformanceTest {
  /// Of each of these some kernel makes something of its own.
  private static final List<Case> SPREAD =
      List.of(
          Case.of("4", "nohz_full=2-3 isolcpus=nohz,domain,2-3"),
          Case.of("4", "isolcpus=managed_irq,domain,2-3 irqaffinity=0-1 rcu_nocbs="),
          Case.of("8:0-3/4-7", "isolcpus=4-7 nohz_full=4-7"),
          Case.of("4", "isolcpus=0-1 nohz_full=0-1"),
          Case.of("4", "isolcpus=foo,2-3 nohz_full=3-"),
          Case.of("4", "nr_cpus=2 isolcpus=1 workqueue.unbound_cpus=0"));

  static Stream<Arguments> boots() throws IOException {
    var cases = cases(System.getProperty("isolctl.conformance", "one"));
    return TestedKernels.all().stream()
        .flatMap(kernel -> cases.stream().map(one -> Arguments.of(kernel, one)));
  }

  private static List<Case> cases(String which) throws IOException {
    return switch (which) {
      case "one" -> SPREAD.subList(0, 1);
      case "spread" -> SPREAD;
      case "all" -> CaseList.read();
      default -> throw new IllegalArgumentException("isolctl.conformance=" + which);
    };
  }

  @ParameterizedTest
  @MethodSource("boots")
  void everyMaskIsAsPredictedOrDiffersInAKnownWay(Kernel kernel, Case one) throws Exception {
    var image = KernelImage.of(kernel.image());

    var outcome = Boots.inQemu().of(image.file(), one);

    var evidence =
        new Evidence(
            image.version(), Records.config(kernel, image.version()), List.of(outcome.observed()));
    assertThat(Replay.of(List.of(evidence)).differences())
        .as("%s, %s; boots that failed: %s", kernel.release(), one, outcome.failures())
        .isEmpty();
  }
}
