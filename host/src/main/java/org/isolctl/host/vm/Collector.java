package org.isolctl.host.vm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

/// The program that runs in the guest, `src/main/c/collector.c`: 4 KB that need no library.
///
/// Measured with a 6.12 kernel and 4 CPUs, on a busy machine, in CPU seconds of QEMU's translator:
/// 2.6 to 2.7 for a boot with the collector, 3.6 to 3.9 with busybox, 10.3 to 10.9 with a JVM that
/// captures; docs/lab.md has all of it.
final class Collector {
  private static final String RESOURCE = "collector";

  private Collector() {}

  /// Writes the guest's first file system, in the form that the kernel unpacks ("newc" cpio,
  /// Documentation/driver-api/early-userspace/buffer-format.rst): the program and nothing else.
  ///
  /// @throws IOException when this build of isolctl has no collector
  static void writeInitramfs(OutputStream out) throws IOException {
    byte[] program = program();
    var entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, "init", program.length);
    entry.setMode(CpioConstants.C_ISREG | 0755);
    entry.setTime(0);
    try (var cpio = new CpioArchiveOutputStream(out, CpioConstants.FORMAT_NEW)) {
      cpio.putArchiveEntry(entry);
      cpio.write(program);
      cpio.closeArchiveEntry();
    }
  }

  private static byte[] program() throws IOException {
    try (InputStream in = Collector.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IOException(
            "This isolctl was built on a machine without a C compiler and so lacks the small"
                + " program that runs in the guest. Install gcc (apt install gcc) and build"
                + " again.");
      }
      return in.readAllBytes();
    }
  }
}
