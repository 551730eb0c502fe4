package org.isolctl.host.vm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;

/// A machine in QEMU with a kernel to boot. The kernel's log goes to a file by the first serial
/// port; what else the machine talks by is up to who makes it.
///
/// @param bootLine the whole line that the kernel gets
/// @param cpus at least 1
/// @param memoryMiB all memory, shared out evenly among the nodes
/// @param nodes the CPUs of each NUMA node; none for a machine without NUMA
/// @param log where the kernel's log goes
/// @param devices further arguments for QEMU, the second serial port first
public record QemuMachine(
    Path kernel,
    Path initramfs,
    String bootLine,
    int cpus,
    int memoryMiB,
    List<CpuSet> nodes,
    Path log,
    List<String> devices) {
  /// What is to be started.
  public static final String PROGRAM = "qemu-system-x86_64";

  public QemuMachine {
    nodes = List.copyOf(nodes);
    devices = List.copyOf(devices);
  }

  /// The arguments of a serial port whose output goes to a file.
  static List<String> portInto(String id, Path file) {
    // A comma would end the option; doubled it is meant as it is.
    String path = file.toString().replace(",", ",,");
    return List.of("-chardev", "file,id=" + id + ",path=" + path, "-serial", "chardev:" + id);
  }

  /// The command line of QEMU; a panic ends it at once (`-no-reboot`), where the boot line has
  /// `panic=-1`.
  public List<String> command(String program, Accelerator accelerator) {
    var command = new ArrayList<String>();
    command.addAll(List.of(program, "-nodefaults", "-no-user-config", "-no-reboot"));
    command.addAll(List.of("-display", "none", "-machine", "pc"));
    command.addAll(List.of("-accel", accelerator.argument(), "-cpu", "max"));
    command.addAll(List.of("-smp", Integer.toString(cpus), "-m", memoryMiB + "M"));
    command.addAll(nodeArguments());
    command.addAll(List.of("-kernel", kernel.toString(), "-initrd", initramfs.toString()));
    command.addAll(List.of("-append", bootLine));
    command.addAll(portInto("log", log));
    command.addAll(devices);
    return List.copyOf(command);
  }

  private List<String> nodeArguments() {
    var arguments = new ArrayList<String>();
    int left = memoryMiB;
    for (int number = 0; number < nodes.size(); number++) {
      // QEMU wants the parts to add up to the whole.
      int share = left / (nodes.size() - number);
      left -= share;
      arguments.add("-object");
      arguments.add("memory-backend-ram,id=node%d,size=%dM".formatted(number, share));
      arguments.add("-numa");
      arguments.add(
          "node,nodeid=%d,memdev=node%d,cpus=%s"
              .formatted(number, number, nodes.get(number).toList().replace(",", ",cpus=")));
    }
    return arguments;
  }
}
