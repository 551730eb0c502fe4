package org.isolctl.host.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.IrqFacts;
import org.isolctl.model.facts.NetworkFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.WorkqueueFacts;
import org.junit.jupiter.api.Test;

/// IRQs, workqueues, network queues and the watchdog.
class DeviceReadersTest {
  private final MemoryFiles files = new MemoryFiles();

  @Test
  void anIrqHasItsMasksItsDevicesAndItsCounts() {
    files
        .with("/proc/interrupts", "  CPU0 CPU1\n 9: 3 0 IO-APIC 9-fasteoi  acpi\n")
        .with("/proc/irq/default_smp_affinity", "3\n")
        .with("/proc/irq/9/smp_affinity_list", "0-1\n")
        .with("/proc/irq/9/effective_affinity_list", "0\n")
        .withFolder("/proc/irq/9/acpi")
        .with("/proc/irq/10/smp_affinity_list", "1\n")
        .with("/sys/kernel/debug/irq/irqs/9", "dstate: 0x1\n   IRQD_AFFINITY_MANAGED\n");

    var irqs = new IrqReader(files).read();

    assertThat(irqs.defaultMask().toOptional()).contains(CpuSet.of(0, 1));
    assertThat(irqs.irqs()).extracting(IrqFacts.Irq::number).containsExactly(9, 10);
    var acpi = irqs.irqs().getFirst();
    assertThat(acpi.name()).isEqualTo("acpi");
    assertThat(acpi.counts()).isEqualTo(Map.of(0, 3L));
    assertThat(acpi.effective().toOptional()).contains(CpuSet.of(0));
    assertThat(acpi.managed().toOptional()).contains(true);
    assertThat(irqs.irqs().get(1).name()).isEmpty();
    assertThat(irqs.irqs().get(1).managed()).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void aWorkqueueWithoutAMaskIsPerCpuAndTheFolderPowerIsNone() {
    var folder = "/sys/devices/virtual/workqueue/";
    files
        .with(folder + "cpumask", "3\n")
        .with(folder + "writeback/per_cpu", "0\n")
        .with(folder + "writeback/cpumask", "ff,00000003\n")
        .with(folder + "scsi_tmf_0/per_cpu", "1\n")
        .with(folder + "power/control", "auto\n");

    var workqueues = new WorkqueueReader(files).read();

    assertThat(workqueues.global().toOptional()).contains(CpuSet.of(0, 1));
    assertThat(workqueues.requested()).isInstanceOf(Reading.Absent.class);
    assertThat(workqueues.named())
        .extracting(WorkqueueFacts.Workqueue::name)
        .containsExactly("scsi_tmf_0", "writeback");
    assertThat(workqueues.named().getLast().unbound().toOptional())
        .contains(CpuSet.parseList("0-1,32-39"));
  }

  @Test
  void queuesAreInTheOrderOfTheirNumbers() {
    var queues = "/sys/class/net/eth0/queues/";
    for (int queue : new int[] {10, 9}) {
      files.with(queues + "rx-" + queue + "/rps_cpus", "0\n");
      files.with(queues + "tx-" + queue + "/xps_cpus", "8\n");
    }
    var network = new NetworkReader(files).read();
    assertThat(network.receive())
        .extracting(NetworkFacts.Queue::queue)
        .containsExactly("rx-9", "rx-10");
    assertThat(network.receive().getFirst().cpus().toOptional()).contains(CpuSet.empty());
    assertThat(network.transmit().getFirst().cpus().toOptional()).contains(CpuSet.of(3));
  }

  @Test
  void theWatchdogIsReadFromSysctlOutputWhereProcWasNotCaptured() {
    files.with(
        "/sos_commands/kernel/sysctl_-a",
        "kernel.watchdog = 1\nkernel.watchdog_cpumask = 0-1\nkernel.watchdog_thresh = 10\n");
    var watchdog = WatchdogReader.read(files);
    assertThat(watchdog.enabled().toOptional()).contains(true);
    assertThat(watchdog.cpus().toOptional()).contains(CpuSet.of(0, 1));
  }

  @Test
  void aFlagThatIsNeitherZeroNorOneIsMalformed() {
    files.with("/proc/sys/kernel/watchdog", "yes\n");
    assertThat(WatchdogReader.read(files).enabled()).isInstanceOf(Reading.Malformed.class);
  }
}
