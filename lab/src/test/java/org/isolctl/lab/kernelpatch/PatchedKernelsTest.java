package org.isolctl.lab.kernelpatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Kernels built with the semantic patch, four CPUs, a boot line each. What the threads must have
/// is the mask that the kernel gave before, less the CPUs of `isolcpus=` while something is left.
@Tag("tiny")
class PatchedKernelsTest {
  private static final List<Expected> BELOW_SEVEN =
      List.of(
          new Expected("", "", "0-3", "0-3", "3", ""),
          new Expected("isolcpus=2,3", "2-3", "0-1", "0-1", "3", "2-3"),
          new Expected("isolcpus=domain,managed_irq,2-3", "2-3", "0-1", "0-1", "3", "2-3"),
          new Expected("isolcpus=0,1", "0-1", "2-3", "2-3", "3", "0-1"),
          new Expected("isolcpus=0-3", "1-3", "0", "0", "3", "1-3"),
          new Expected("isolcpus=managed_irq,2,3", "", "0-3", "0-3", "3", ""),
          new Expected("isolcpus=nohz,2,3", "", "0-3", "0-3", "3", ""),
          new Expected("nohz_full=2,3", "", "0-3", "0-1", "3", ""),
          new Expected("isolcpus=2,3 nohz_full=1-3", "2-3", "0-1", "0", "3", "2-3"),
          new Expected("nohz_full=0-1 isolcpus=2,3", "2-3", "0-1", "2-3", "3", "2-3"),
          new Expected("maxcpus=2 isolcpus=1-3", "1-3", "0", "0", "0-3", "1-3"));

  private static final List<Expected> FROM_SEVEN =
      List.of(
          new Expected("", "", "0-3", "0-3", "3", ""),
          new Expected("isolcpus=2,3", "2-3", "0-1", "0-1", "3", "2-3"),
          new Expected("nohz_full=2,3", "", "0-3", "0-3", "3", ""));

  /// @param kernel what kthreadd and every new kernel thread must have
  /// @param bound what a thread bound to CPU 3 must have
  record Expected(
      String bootLine,
      String isolated,
      String init,
      String kernel,
      String bound,
      String moduleSees) {}

  static Stream<Arguments> boots() throws Exception {
    var boots = new ArrayList<Arguments>();
    for (TinyKernel kernel : TinyKernel.patched()) {
      var table = kernel.label().startsWith("7.") ? FROM_SEVEN : BELOW_SEVEN;
      table.forEach(expected -> boots.add(Arguments.of(kernel, expected)));
    }
    return boots.stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("boots")
  void kernelThreadsKeepOffTheCpusOfIsolcpusFromTheirCreation(TinyKernel tiny, Expected expected)
      throws Exception {
    Look look = Look.at(tiny.kernel(), tiny.module(), expected.bootLine());
    Evidence evidence = Evidence.of(tiny.label(), expected.bootLine(), look);
    evidence.keep();

    assertThat(evidence)
        .isEqualTo(
            new Evidence(
                tiny.label(),
                expected.bootLine(),
                expected.isolated(),
                expected.init(),
                expected.kernel(),
                expected.kernel(),
                expected.kernel(),
                expected.bound(),
                expected.moduleSees(),
                evidence.across()));
  }

  static Stream<TinyKernel> patched() throws Exception {
    return TinyKernel.patched().stream();
  }

  @ParameterizedTest
  @MethodSource("patched")
  void anybodyCanStillBePutOntoAnIsolatedCpu(TinyKernel tiny) throws Exception {
    Look look = Look.at(tiny.kernel(), tiny.module(), "isolcpus=2,3");

    assertThat(look.of("bound-ran-on")).isEqualTo("3");
    assertThat(look.of("started-on-3")).isEqualTo("3");
    assertThat(look.of("moved-to-2")).isEqualTo("2 on 2");
    assertThat(look.of("xmit-moved-to-3")).isEqualTo("3 on 3");
    assertThat(look.of("bound-moved")).isEqualTo("refused");
  }

  static Stream<TinyKernel> more() throws Exception {
    return TinyKernel.more().stream();
  }

  @ParameterizedTest
  @MethodSource("more")
  void theSecondPatchReachesRescuersAndTheDaemonsOfNodes(TinyKernel tiny) throws Exception {
    Look look = Look.at(tiny.kernel(), tiny.module(), "isolcpus=2,3");
    Evidence.of(tiny.label(), "isolcpus=2,3", look).keep();

    assertThat(look.of("kthreadd")).isEqualTo("0-1");
    // What is left computes its mask from the CPUs of its RCU node.
    assertThat(look.of("across").split(" ", -1))
        .allMatch(name -> name.isEmpty() || name.startsWith("rcu_exp_par_gp"));
  }
}
