package org.isolctl.lab.guest;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.image.IsolctlImage;
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
}
