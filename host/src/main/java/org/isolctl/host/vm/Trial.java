package org.isolctl.host.vm;

import java.nio.file.Path;
import java.util.List;
import org.isolctl.model.cpu.CpuSet;

/// A boot that is to be tried.
///
/// @param kernel the image
/// @param cpus at least 1
/// @param nodes the CPUs of each NUMA node; none for a machine without NUMA
/// @param bootLine what is tried; our own words come before it
public record Trial(Path kernel, int cpus, List<CpuSet> nodes, String bootLine) {
  /// QEMU's machine `pc` has no place for more.
  public static final int MOST_CPUS = 255;

  public Trial {
    nodes = List.copyOf(nodes);
    if (cpus < 1 || cpus > MOST_CPUS) {
      throw new IllegalArgumentException(
          "a machine in QEMU has 1 to %d CPUs, not %d".formatted(MOST_CPUS, cpus));
    }
  }

  /// None of these has a say in any mask; they spare the emulator work, and make a panic end it.
  ///
  /// `no_timer_check` because on a busy machine the kernel's test of the timer fails now and then.
  static final String OWN_WORDS =
      "console=ttyS0 quiet panic=-1 no_timer_check nokaslr mitigations=off tsc=reliable"
          + " apparmor=0 cryptomgr.notests";

  /// The machine that it is tried on.
  QemuMachine machine(TrialFolder folder) {
    return new QemuMachine(
        kernel,
        folder.initramfs(),
        (OWN_WORDS + " " + bootLine).stripTrailing(),
        cpus,
        memoryMiB(),
        nodes,
        folder.log(),
        QemuMachine.portInto("report", folder.report()));
  }

  /// Enough for a kernel, its data for each CPU, and a program of a few kilobytes.
  private int memoryMiB() {
    return Math.max(256 + 8 * cpus, 128 * nodes.size());
  }
}
