package org.isolctl.lab.guest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.host.vm.QemuMachine;
import org.isolctl.lab.image.DebianDisk;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.image.IsolctlImage;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.model.cpu.CpuSet;

/// How to boot a guest.
///
/// @param bootLine what is tried; the lab's own words come before it
/// @param cpus at least 1
/// @param memoryMiB all memory of the guest, shared out evenly among its nodes
/// @param nodes the CPUs of each NUMA node; none for a machine without NUMA
/// @param files put into the guest's first file system
/// @param archives whole archives of {@link org.isolctl.lab.image.Initramfs}, unpacked before
///   `files`
/// @param devices further arguments for QEMU, for instance `-device nvme,...`
public record BootSpec(
    String bootLine,
    int cpus,
    int memoryMiB,
    List<CpuSet> nodes,
    List<GuestFile> files,
    List<Path> archives,
    List<String> devices) {
  /// `no_timer_check` because a loaded host makes the timer test of the IO-APIC fail now and then.
  static final String OWN_WORDS = "console=ttyS0 no_timer_check panic=-1";

  /// The agent's line: the second serial port, tied to QEMU's own input and output.
  private static final List<String> AGENT =
      List.of("-chardev", "stdio,id=agent,signal=off", "-serial", "chardev:agent");

  public BootSpec {
    if (cpus < 1 || memoryMiB < 64) {
      throw new IllegalArgumentException(
          "A guest needs 1 CPU and 64 MiB at least, not %d and %d".formatted(cpus, memoryMiB));
    }
    nodes = List.copyOf(nodes);
    files = List.copyOf(files);
    archives = List.copyOf(archives);
    devices = List.copyOf(devices);
  }

  /// Four CPUs and memory for a shell.
  public static BootSpec of(String bootLine) {
    return new BootSpec(bootLine, 4, 256, List.of(), List.of(), List.of(), List.of());
  }

  public BootSpec withCpus(int newCpus) {
    return new BootSpec(bootLine, newCpus, memoryMiB, nodes, files, archives, devices);
  }

  public BootSpec withMemoryMiB(int newMemoryMiB) {
    return new BootSpec(bootLine, cpus, newMemoryMiB, nodes, files, archives, devices);
  }

  public BootSpec withNodes(List<CpuSet> newNodes) {
    return new BootSpec(bootLine, cpus, memoryMiB, newNodes, files, archives, devices);
  }

  public BootSpec withFiles(List<GuestFile> newFiles) {
    return new BootSpec(bootLine, cpus, memoryMiB, nodes, newFiles, archives, devices);
  }

  public BootSpec withArchives(List<Path> newArchives) {
    return new BootSpec(bootLine, cpus, memoryMiB, nodes, files, newArchives, devices);
  }

  public BootSpec withDevices(List<String> newDevices) {
    return new BootSpec(bootLine, cpus, memoryMiB, nodes, files, archives, newDevices);
  }

  /// The machine that it is, for a kernel.
  QemuMachine machine(Kernel kernel, Path initramfs, Path log) {
    var ports = new ArrayList<String>(AGENT);
    ports.addAll(devices);
    return new QemuMachine(
        kernel.image(),
        initramfs,
        (OWN_WORDS + " " + bootLine).strip(),
        cpus,
        memoryMiB,
        nodes,
        log,
        ports);
  }

  /// This guest with the command isolctl in it, and the memory that it needs.
  public BootSpec withIsolctl(IsolctlImage image) {
    return new BootSpec(
        bootLine,
        cpus,
        Math.max(memoryMiB, IsolctlImage.MEMORY_MIB),
        nodes,
        Stream.concat(files.stream(), image.files().stream()).toList(),
        Stream.concat(archives.stream(), image.archives().stream()).toList(),
        devices);
  }

  /// This guest with a Debian that systemd runs, in place of the lab's own few programs; files
  /// below {@link DebianDisk#OVER} come onto its disk. The agent is a service of it.
  public BootSpec withDebian(DebianDisk disk) throws IOException {
    var service = "isolctl-agent.service";
    var over = DebianDisk.OVER + "/etc/systemd/system/";
    var agent =
        List.of(
            GuestFile.script(DebianDisk.OVER + "/agent", GuestFolder.script("agent")),
            GuestFile.text(over + service, GuestFolder.script(service)),
            GuestFile.text(
                over + "multi-user.target.d/agent.conf", "[Unit]\nWants=%s\n".formatted(service)));
    return new BootSpec(
        bootLine,
        cpus,
        Math.max(memoryMiB, DebianDisk.MEMORY_MIB),
        nodes,
        Stream.concat(files.stream(), agent.stream()).toList(),
        archives,
        Stream.concat(disk.devices().stream(), devices.stream()).toList());
  }
}
