package org.isolctl.model.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.predict.PredictionInput;
import org.isolctl.model.predict.Predictor;
import org.junit.jupiter.api.Test;

class ConformityTest {
  private static final long KERNEL = ThreadStat.PF_KTHREAD;
  private static final long WORKER =
      KERNEL | ThreadStat.PF_WQ_WORKER | ThreadStat.PF_NO_SETAFFINITY;

  private final MeasuredThreads threads = new MeasuredThreads();
  private int lastTid = 100;

  @Test
  void a_kernel_that_does_as_predicted_holds() {
    asPredicted();

    var comparison = compare("6.12.117", "isolcpus=2-3", Map.of("isolated", "2-3"));

    assertThat(comparison.holds()).isTrue();
    assertThat(comparison.rows())
        .extracting(Row::name)
        .containsExactly(
            "isolated",
            "init",
            "kthreadd",
            "kthread",
            "node-kthread",
            "rcu-gp",
            "unbound-kworker",
            "rescuer");
  }

  @Test
  void a_mask_of_a_file_that_differs_is_unexplained() {
    asPredicted();

    var comparison = compare("6.12.117", "isolcpus=2-3", Map.of("isolated", "3"));

    assertThat(comparison.holds()).isFalse();
    assertThat(row(comparison, "isolated").unexplained())
        .extracting(Measurement.Share::mask)
        .containsExactly(CpuSet.of(3));
  }

  @Test
  void one_thread_of_many_that_differs_is_named() {
    asPredicted();
    thread(KERNEL, "khungtaskd", "0-3");
    thread(KERNEL, "stranger", "1");

    var comparison = compare("6.12.117", "isolcpus=2-3", Map.of());

    assertThat(row(comparison, "kthread").unexplained())
        .containsExactly(new Measurement.Share(CpuSet.of(1), List.of("stranger")));
  }

  @Test
  void threads_that_were_not_predicted_differ_and_so_do_those_that_are_lacking() {
    asPredicted();
    thread(KERNEL, "rcuop/2", "0-3");

    assertThat(row(compare("6.12.117", "isolcpus=2-3", Map.of()), "rcuo"))
        .returns(Optional.empty(), Row::predicted)
        .returns(false, Row::holds);
    assertThat(row(compare("6.12.117", "isolcpus=2-3", Map.of(), "0-1", "2-3"), "node-kthread.1"))
        .returns(List.of(), Row::measured)
        .returns(false, Row::holds);
  }

  @Test
  void a_rescuer_of_an_unbound_workqueue_is_a_known_difference_on_kernels_that_make_it() {
    asPredicted();
    thread(WORKER, "kworker/R-writeback", "0-1");

    assertThat(row(compare("6.12.117", "isolcpus=2-3", Map.of()), "rescuer"))
        .returns(true, Row::holds)
        .extracting(row -> row.known().getFirst().gap().id())
        .isEqualTo("rescuer-of-unbound");
    assertThat(row(compare("6.8.0", "isolcpus=2-3", Map.of()), "rescuer").holds()).isFalse();
  }

  @Test
  void a_rescuer_left_on_one_cpu_is_a_known_difference_before_6_9() {
    asPredicted();
    thread(WORKER, "mm_percpu_wq", "2");

    assertThat(row(compare("6.1.192", "isolcpus=2-3", Map.of()), "rescuer").holds()).isTrue();
    assertThat(row(compare("6.12.117", "isolcpus=2-3", Map.of()), "rescuer").holds()).isFalse();
  }

  @Test
  void threads_that_are_bound_by_design_are_left_out() {
    thread(KERNEL | ThreadStat.PF_NO_SETAFFINITY, "ksoftirqd/2", "2");
    thread(WORKER, "kworker/3:1", "3");
    thread(KERNEL, "irq/9-acpi", "1");
    thread(0, "sh", "0-1");

    assertThat(threads.shares()).isEmpty();
  }

  @Test
  void kernel_threads_of_nodes_are_told_apart_and_the_commonest_mask_comes_first() {
    thread(KERNEL, "kswapd0", "0");
    thread(KERNEL, "kswapd1", "1");
    thread(KERNEL, "kcompactd1", "3");
    thread(KERNEL, "kswapd1", "3");

    assertThat(threads.shares()).containsOnlyKeys("node-kthread", "node-kthread.1");
    assertThat(threads.shares().get("node-kthread.1"))
        .extracting(share -> share.mask().toString())
        .containsExactly("3", "1");
  }

  @Test
  void gaps_are_listed_with_a_reason_each() {
    assertThat(KnownGaps.all()).allSatisfy(gap -> assertThat(gap.reason()).endsWith("."));
    assertThat(KnownGaps.all()).extracting(KnownGap::id).doesNotHaveDuplicates();
  }

  /// What 6.12 does with `isolcpus=2-3`.
  private void asPredicted() {
    threads.add(1, stat("init", 0), CpuSet.parseList("0-1"));
    threads.add(2, stat("kthreadd", KERNEL), CpuSet.parseList("0-3"));
    thread(KERNEL, "khugepaged", "0-3");
    thread(KERNEL, "kswapd0", "0-3");
    thread(KERNEL, "rcu_preempt", "0-3");
    thread(WORKER, "kworker/u8:0-events_unbound", "0-1");
    thread(WORKER, "kworker/R-mm_percpu_wq", "0-3");
  }

  private void thread(long flags, String comm, String mask) {
    threads.add(lastTid++, stat(comm, flags), CpuSet.parseList(mask));
  }

  private static ThreadStat stat(String comm, long flags) {
    return new ThreadStat(comm, 'S', 2, flags, 0, 0, 0, 0, 0);
  }

  private Conformity compare(
      String kernel, String bootLine, Map<String, String> files, String... nodes) {
    var version = KernelVersion.parse(kernel);
    var masks = new TreeMap<String, CpuSet>();
    files.forEach((name, list) -> masks.put(name, CpuSet.parseList(list)));
    var input =
        PredictionInput.of(version, 4, bootLine)
            .withNodes(java.util.Arrays.stream(nodes).map(CpuSet::parseList).toList());
    return Conformity.of(
        Predictor.predict(input), new Measurement(version, masks, threads.shares()));
  }

  private static Row row(Conformity comparison, String name) {
    return comparison.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
