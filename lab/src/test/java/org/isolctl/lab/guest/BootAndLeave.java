package org.isolctl.lab.guest;

import org.isolctl.lab.kernel.TestedKernels;

/// A program that boots a guest, prints the process id of its QEMU and ends without closing it.
final class BootAndLeave {
  private BootAndLeave() {}

  public static void main(String[] arguments) throws Exception {
    Guest.boot(TestedKernels.all().getFirst(), BootSpec.of(""));
    ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
    System.exit(0);
  }
}
