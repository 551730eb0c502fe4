package org.isolctl.host.vm;

import java.util.ArrayList;
import java.util.List;

/// The command line of QEMU for a trial. The kernel's log goes to a file by the first serial port,
/// the collector's report to another by the second.
final class QemuCommand {
  /// None of these has a say in any mask; they spare the emulator work, and make a panic end it.
  ///
  /// `no_timer_check` because on a busy machine the kernel's test of the timer fails now and then.
  static final String OWN_WORDS =
      "console=ttyS0 quiet panic=-1 no_timer_check nokaslr mitigations=off tsc=reliable"
          + " apparmor=0 cryptomgr.notests";

  private QemuCommand() {}

  static List<String> of(String program, Accelerator accelerator, TrialFolder folder, Trial trial) {
    var command = new ArrayList<String>();
    command.addAll(List.of(program, "-nodefaults", "-no-user-config", "-no-reboot"));
    command.addAll(List.of("-display", "none", "-machine", "pc"));
    command.addAll(List.of("-accel", accelerator.argument(), "-cpu", "max"));
    command.addAll(List.of("-smp", Integer.toString(trial.cpus())));
    command.addAll(List.of("-m", trial.memoryMiB() + "M"));
    command.addAll(nodes(trial));
    command.addAll(List.of("-kernel", trial.kernel().toString()));
    command.addAll(List.of("-initrd", folder.initramfs().toString()));
    command.addAll(List.of("-append", (OWN_WORDS + " " + trial.bootLine()).stripTrailing()));
    command.addAll(List.of("-chardev", file("log", folder.log().toString())));
    command.addAll(List.of("-serial", "chardev:log"));
    command.addAll(List.of("-chardev", file("report", folder.report().toString())));
    command.addAll(List.of("-serial", "chardev:report"));
    return List.copyOf(command);
  }

  /// A comma would end the option; doubled it is meant as it is.
  private static String file(String id, String path) {
    return "file,id=" + id + ",path=" + path.replace(",", ",,");
  }

  private static List<String> nodes(Trial trial) {
    var arguments = new ArrayList<String>();
    int left = trial.memoryMiB();
    for (int number = 0; number < trial.nodes().size(); number++) {
      // QEMU wants the parts to add up to the whole.
      int share = left / (trial.nodes().size() - number);
      left -= share;
      arguments.add("-object");
      arguments.add("memory-backend-ram,id=node%d,size=%dM".formatted(number, share));
      arguments.add("-numa");
      arguments.add(
          "node,nodeid=%d,memdev=node%d,cpus=%s"
              .formatted(
                  number, number, trial.nodes().get(number).toList().replace(",", ",cpus=")));
    }
    return arguments;
  }
}
