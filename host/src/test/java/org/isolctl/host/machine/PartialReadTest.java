package org.isolctl.host.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.isolctl.host.files.MemoryFiles;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.judge.Isolation;
import org.junit.jupiter.api.Test;

class PartialReadTest {
  private final MemoryFiles files =
      new MemoryFiles()
          .with("/proc/self/mounts", "none /cg cgroup2 rw 0 0\n")
          .with("/cg/cgroup.controllers", "cpuset\n")
          .with("/cg/cpuset.cpus.isolated", "4\n")
          .with("/sys/devices/system/cpu/online", "0-7\n")
          .with("/sys/devices/system/cpu/possible", "0-7\n")
          .with("/sys/devices/system/cpu/isolated", "2-3\n")
          .with("/sys/devices/system/cpu/nohz_full", "5\n")
          .with("/sys/devices/virtual/workqueue/cpumask", "ff\n")
          .with("/proc/irq/default_smp_affinity", "ff\n")
          .with("/proc/irq/24/smp_affinity_list", "0-7\n")
          .with("/proc/kallsyms", "0 T start_kernel\n")
          .with("/proc/sys/kernel/osrelease", "6.1.0\n");

  @Test
  void theIsolationIsTheSameAsThatOfAWholeLook() {
    var part = Isolation.of(MachineReader.isolation(files), Optional.empty());
    var whole = Isolation.of(MachineReader.read(files, List.of()), Optional.empty());

    assertThat(part).isEqualTo(whole);
    assertThat(part.all()).isEqualTo(CpuSet.of(2, 3, 4, 5));
  }

  @Test
  void settingsAreTheSameAsThoseOfAWholeLook() {
    var part = MachineReader.settings(files);
    var whole = MachineReader.read(files, List.of());

    assertThat(part.irqs()).isEqualTo(whole.irqs());
    assertThat(part.workqueues()).isEqualTo(whole.workqueues());
    assertThat(part.cpus().online()).isEqualTo(whole.cpus().online());
  }

  @Test
  void whatWasNotAskedForIsNotRead() {
    assertThat(MachineReader.settings(files).cgroups().version2Root())
        .isInstanceOf(Reading.Absent.class);
    assertThat(MachineReader.isolation(files).irqs().irqs()).isEmpty();
    assertThat(MachineReader.isolation(files).kernel().release())
        .isInstanceOf(Reading.Absent.class);
  }
}
