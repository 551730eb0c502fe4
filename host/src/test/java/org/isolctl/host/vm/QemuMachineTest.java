package org.isolctl.host.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;

class QemuMachineTest {
  @Test
  void nodes_share_all_memory_and_each_of_their_ranges_is_told() {
    var nodes = List.of(CpuSet.range(0, 1), CpuSet.of(2), CpuSet.of(3, 5));

    assertThat(command(256, nodes, "/tmp/log"))
        .containsSubsequence(
            "memory-backend-ram,id=node0,size=85M",
            "node,nodeid=0,memdev=node0,cpus=0-1",
            "memory-backend-ram,id=node1,size=85M",
            "node,nodeid=1,memdev=node1,cpus=2",
            "memory-backend-ram,id=node2,size=86M",
            "node,nodeid=2,memdev=node2,cpus=3,cpus=5");
  }

  @Test
  void a_comma_in_a_path_does_not_end_the_option() {
    assertThat(command(64, List.of(), "/tmp/a,b/log")).contains("file,id=log,path=/tmp/a,,b/log");
  }

  @Test
  void line_cpus_memory_and_devices_are_as_asked_for() {
    assertThat(command(512, List.of(), "/tmp/log"))
        .containsSequence("-accel", "kvm")
        .containsSequence("-smp", "6", "-m", "512M")
        .containsSequence("-append", "quiet -- x")
        .endsWith("-device", "virtio-rng-pci");
  }

  @Test
  void a_trial_comes_last_on_its_boot_line_so_that_a_double_dash_cuts_nothing_off() {
    var trial = new Trial(Path.of("/k"), 4, List.of(), "isolcpus=1 -- x ");

    assertThat(trial.machine(new TrialFolder(Path.of("/tmp/a,b"))))
        .satisfies(machine -> {
          assertThat(machine.bootLine()).isEqualTo(Trial.OWN_WORDS + " isolcpus=1 -- x");
          assertThat(machine.devices()).contains("file,id=report,path=/tmp/a,,b/report");
        });
  }

  private static List<String> command(int memoryMiB, List<CpuSet> nodes, String log) {
    return new QemuMachine(
            Path.of("/k"),
            Path.of("/i"),
            "quiet -- x",
            6,
            memoryMiB,
            nodes,
            Path.of(log),
            List.of("-device", "virtio-rng-pci"))
        .command("qemu", Accelerator.KVM);
  }
}
