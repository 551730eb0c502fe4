package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.junit.jupiter.api.Test;

class QemuCommandTest {
  @Test
  void theTriedBootLineComesLastSoThatADoubleDashInItCutsNothingOff() {
    assertThat(command(BootSpec.of("isolcpus=2,3 -- x")))
        .containsSequence("-append", QemuCommand.OWN_WORDS + " isolcpus=2,3 -- x");
  }

  @Test
  void cpusAndMemoryAreAsAskedFor() {
    assertThat(command(BootSpec.of("").withCpus(8).withMemoryMiB(512)))
        .containsSequence("-smp", "8", "-m", "512M");
  }

  @Test
  void nodesShareAllMemory() {
    var spec =
        BootSpec.of("")
            .withMemoryMiB(256)
            .withNodes(List.of(CpuSet.range(0, 1), CpuSet.of(2), CpuSet.of(3, 5)));

    assertThat(command(spec))
        .containsSubsequence(
            "memory-backend-ram,id=node0,size=85M",
            "node,nodeid=0,memdev=node0,cpus=0-1",
            "memory-backend-ram,id=node1,size=85M",
            "node,nodeid=1,memdev=node1,cpus=2",
            "memory-backend-ram,id=node2,size=86M",
            "node,nodeid=2,memdev=node2,cpus=3,cpus=5");
  }

  @Test
  void aCommaInTheLogsPathDoesNotEndTheOption() {
    assertThat(command(BootSpec.of(""))).contains("file,id=log,path=/tmp/a,,b/kernel.log");
  }

  @Test
  void furtherDevicesAreHandedOn() {
    assertThat(command(BootSpec.of("").withDevices(List.of("-device", "virtio-rng-pci"))))
        .endsWith("-device", "virtio-rng-pci");
  }

  @Test
  void aGuestWithoutCpusIsRefused() {
    assertThatThrownBy(() -> BootSpec.of("").withCpus(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 CPU");
  }

  private static List<String> command(BootSpec spec) {
    return QemuCommand.of(
        "qemu",
        Accelerator.TCG,
        Path.of("/k"),
        Path.of("/i"),
        Path.of("/tmp/a,b/kernel.log"),
        spec);
  }
}
