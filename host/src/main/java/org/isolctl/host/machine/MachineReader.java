package org.isolctl.host.machine;

import java.util.List;
import java.util.Set;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.files.SomeFiles;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.ThreadFacts;

/// Everything of a machine but its threads, or the part of it that somebody looks at again and
/// again.
public final class MachineReader {
  private static final Set<String> CPUS =
      Set.of(
          "/sys/devices/system/cpu/online",
          "/sys/devices/system/cpu/possible",
          "/sys/devices/system/cpu/isolated",
          "/sys/devices/system/cpu/nohz_full");

  private static final Set<String> SETTINGS =
      Set.of(
          "/proc/irq",
          "/proc/interrupts",
          "/sys/kernel/debug/irq",
          "/sys/devices/virtual/workqueue",
          "/sys/devices/system/cpu/online",
          "/sys/devices/system/cpu/possible");

  private MachineReader() {}

  /// Which CPUs are isolated and online, and nothing else: the rest is absent.
  public static MachineFacts isolation(MachineFiles files) {
    var cpus = read(new SomeFiles(files, CPUS), List.of());
    return new MachineFacts(
        cpus.kernel(),
        cpus.cpus(),
        new CgroupReader(files).read(),
        cpus.workqueues(),
        cpus.irqs(),
        cpus.network(),
        cpus.watchdog(),
        cpus.services());
  }

  /// Interrupts, workqueues and which CPUs are online, and nothing else: the rest is absent.
  public static MachineFacts settings(MachineFiles files) {
    return read(new SomeFiles(files, SETTINGS), List.of());
  }

  /// Reads everything once.
  ///
  /// @param leaders every thread group leader, as services are told by their names
  public static MachineFacts read(MachineFiles files, List<ThreadFacts> leaders) {
    return new MachineFacts(
        new KernelReader(files).read(),
        new CpuReader(files).read(),
        new CgroupReader(files).read(),
        new WorkqueueReader(files).read(),
        new IrqReader(files).read(),
        new NetworkReader(files).read(),
        WatchdogReader.read(files),
        new ServiceReader(files, leaders).read());
  }

  /// The machine with its services looked for among the leaders of its thread groups.
  public static MachineFacts withServices(
      MachineFacts machine, MachineFiles files, List<ThreadFacts> leaders) {
    return new MachineFacts(
        machine.kernel(),
        machine.cpus(),
        machine.cgroups(),
        machine.workqueues(),
        machine.irqs(),
        machine.network(),
        machine.watchdog(),
        new ServiceReader(files, leaders).read());
  }
}
