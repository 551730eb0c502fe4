package org.isolctl.model.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.facts.KernelFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.kernel.Answer;
import org.isolctl.model.kernel.KernelVersion;
import org.junit.jupiter.api.Test;

class MachineInputTest {
  private static final KernelVersion KERNEL = KernelVersion.parse("6.12.117");

  @Test
  void takes_the_configuration_that_was_read_and_says_where() {
    var config =
        MachineInput.config(kernel(Reading.present("/proc/config.gz", Map.of("SMP", "y"))), KERNEL);

    assertThat(config.origin()).isEqualTo("read from /proc/config.gz");
    assertThat(config.has("NO_HZ_FULL")).isEqualTo(Answer.NO);
  }

  @Test
  void assumes_a_configuration_that_could_not_be_read() {
    var config = MachineInput.config(kernel(Reading.denied("/boot/config", "root")), KERNEL);

    assertThat(config.origin()).startsWith("assumed");
    assertThat(config.has("NO_HZ_FULL")).isEqualTo(Answer.YES);
  }

  @Test
  void puts_nodes_at_their_number_and_cores_once() {
    var pair = Reading.present("siblings", CpuSet.of(0, 1));
    var cpus =
        cpus(
            List.of(
                new CpuFacts.Node(0, Reading.present("node0", CpuSet.of(0))),
                new CpuFacts.Node(2, Reading.present("node2", CpuSet.of(1)))),
            List.of(new CpuFacts.CpuSiblings(0, pair), new CpuFacts.CpuSiblings(1, pair)));

    assertThat(MachineInput.nodes(cpus))
        .containsExactly(CpuSet.of(0), CpuSet.empty(), CpuSet.of(1));
    assertThat(MachineInput.cores(cpus)).containsExactly(CpuSet.of(0, 1));
  }

  @Test
  void knows_no_nodes_where_one_is_hidden_or_absurd() {
    assertThat(
            MachineInput.nodes(
                cpus(List.of(new CpuFacts.Node(0, Reading.absent("node0"))), List.of())))
        .isEmpty();
    assertThat(
            MachineInput.nodes(
                cpus(
                    List.of(
                        new CpuFacts.Node(
                            Integer.MAX_VALUE, Reading.present("node", CpuSet.of(0)))),
                    List.of())))
        .isEmpty();
  }

  private static KernelFacts kernel(Reading<Map<String, String>> config) {
    return new KernelFacts(
        Reading.present("osrelease", "6.12.117"),
        Reading.present("cmdline", ""),
        config,
        Reading.absent("kallsyms"));
  }

  private static CpuFacts cpus(List<CpuFacts.Node> nodes, List<CpuFacts.CpuSiblings> siblings) {
    Reading<CpuSet> none = Reading.absent("none");
    return new CpuFacts(none, none, none, none, none, siblings, nodes, List.of());
  }
}
