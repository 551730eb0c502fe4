package org.isolctl.model.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.thread.ThreadClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// kswapd and kcompactd on two nodes of two CPUs, measured on 6.12, 6.16 and 7.3 with NUMA.
class NodeKthreadTest {
  private static final List<CpuSet> TWO_NODES = List.of(CpuSet.range(0, 1), CpuSet.range(2, 3));

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "6.12.117, isolcpus=2-3,  0-1, 2-3",
    "6.12.117, nohz_full=1-3, 0-1, 2-3",
    "6.16.12,  nohz_full=2-3, 0-1, 0-1",
    "6.16.12,  nohz_full=1-3, 0,   0",
    "6.16.12,  isolcpus=2-3,  0-1, 2-3",
    "7.3.4,    isolcpus=2-3,  0-1, 0-1",
    "7.3.4,    isolcpus=3,    0-1, 2",
    "7.3.4,    nohz_full=2-3, 0-1, 2-3",
  })
  void the_threads_of_each_node(String kernel, String line, String node0, String node1) {
    var prediction = predict(kernel, line, TWO_NODES);

    assertThat(prediction.nodeKthreads()).map(CpuSet::toList).containsExactly(node0, node1);
    assertThat(prediction.threads().get(ThreadClass.NODE_KTHREAD)).hasToString(node0);
  }

  @ParameterizedTest
  @CsvSource({"6.12.117, nohz_full=2-3, 0-1", "7.3.4, isolcpus=2-3, 0-1", "6.12.117, quiet, 0-3"})
  void a_node_without_cpus_has_ordinary_threads(String kernel, String line, String node1) {
    var prediction = predict(kernel, line, List.of(CpuSet.range(0, 3), CpuSet.empty()));

    assertThat(prediction.nodeKthreads().get(1)).hasToString(node1);
  }

  @Test
  void a_node_counts_only_the_cpus_that_come_up() {
    var prediction = predict("6.12.117", "maxcpus=3", TWO_NODES);

    assertThat(prediction.nodeKthreads()).map(CpuSet::toList).containsExactly("0-1", "2");
  }

  private static Prediction predict(String kernel, String line, List<CpuSet> nodes) {
    return Predictor.predict(
        PredictionInput.of(KernelVersion.parse(kernel), 4, line).withNodes(nodes));
  }
}
