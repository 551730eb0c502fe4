package org.isolctl.lab.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.isolctl.host.vm.QemuMachine;
import org.isolctl.lab.kernel.Kernel;
import org.junit.jupiter.api.Test;

class BootSpecTest {
  @Test
  void theTriedBootLineComesLastSoThatADoubleDashInItCutsNothingOff() {
    assertThat(machine(BootSpec.of("isolcpus=2,3 -- x")).bootLine())
        .isEqualTo(BootSpec.OWN_WORDS + " isolcpus=2,3 -- x");
  }

  @Test
  void cpusAndMemoryAreAsAskedFor() {
    assertThat(machine(BootSpec.of("").withCpus(8).withMemoryMiB(512)))
        .extracting(QemuMachine::cpus, QemuMachine::memoryMiB)
        .containsExactly(8, 512);
  }

  @Test
  void furtherDevicesFollowTheLineOfTheAgent() {
    assertThat(machine(BootSpec.of("").withDevices(List.of("-device", "virtio-rng-pci"))).devices())
        .endsWith("-serial", "chardev:agent", "-device", "virtio-rng-pci");
  }

  @Test
  void aGuestWithoutCpusIsRefused() {
    assertThatThrownBy(() -> BootSpec.of("").withCpus(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 CPU");
  }

  private static QemuMachine machine(BootSpec spec) {
    return spec.machine(new Kernel("6.12", Path.of("/k")), Path.of("/i"), Path.of("/log"));
  }
}
