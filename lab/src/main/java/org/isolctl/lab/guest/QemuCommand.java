package org.isolctl.lab.guest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of QEMU for a guest: the kernel's log goes to a file by the first serial port,
/// the agent's line is the second one, tied to QEMU's own input and output.
final class QemuCommand {
  /// `no_timer_check` because a loaded host makes the timer test of the IO-APIC fail now and then;
  /// a panic ends QEMU at once (`-no-reboot`).
  static final String OWN_WORDS = "console=ttyS0 no_timer_check panic=-1";

  private QemuCommand() {}

  static List<String> of(
      String program, Accelerator accelerator, Path kernel, Path initrd, Path log, BootSpec spec) {
    var command = new ArrayList<String>();
    command.addAll(List.of(program, "-nodefaults", "-no-user-config", "-no-reboot"));
    command.addAll(List.of("-display", "none", "-machine", "pc"));
    command.addAll(List.of("-accel", accelerator.argument(), "-cpu", "max"));
    command.addAll(List.of("-smp", Integer.toString(spec.cpus()), "-m", spec.memoryMiB() + "M"));
    command.addAll(nodes(spec));
    command.addAll(List.of("-kernel", kernel.toString(), "-initrd", initrd.toString()));
    command.addAll(List.of("-append", (OWN_WORDS + " " + spec.bootLine()).strip()));
    // A comma would end the option; doubled it is meant as it is.
    command.addAll(List.of("-chardev", "file,id=log,path=" + log.toString().replace(",", ",,")));
    command.addAll(List.of("-serial", "chardev:log"));
    command.addAll(List.of("-chardev", "stdio,id=agent,signal=off", "-serial", "chardev:agent"));
    command.addAll(spec.devices());
    return List.copyOf(command);
  }

  private static List<String> nodes(BootSpec spec) {
    var arguments = new ArrayList<String>();
    int left = spec.memoryMiB();
    for (int number = 0; number < spec.nodes().size(); number++) {
      // QEMU wants the parts to add up to the whole.
      int share = left / (spec.nodes().size() - number);
      left -= share;
      arguments.add("-object");
      arguments.add("memory-backend-ram,id=node%d,size=%dM".formatted(number, share));
      arguments.add("-numa");
      arguments.add(
          "node,nodeid=%d,memdev=node%d,cpus=%s"
              .formatted(number, number, spec.nodes().get(number).toList().replace(",", ",cpus=")));
    }
    return arguments;
  }
}
