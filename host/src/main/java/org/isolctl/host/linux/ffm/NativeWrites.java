package org.isolctl.host.linux.ffm;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Writing to files of procfs, sysfs and cgroupfs by the bare system calls: there each `write(2)`
/// is one command, and its error number the answer, which the file classes of the JDK hide.
///
/// Not thread-safe: the buffers are kept between calls.
public final class NativeWrites {
  private static final int AT_FDCWD = -100;
  private static final int O_WRONLY = 1;
  private static final int O_CLOEXEC = 0x80000;
  private static final int O_NONBLOCK = 0x800;
  private static final int EIO = 5;
  private static final int ENAMETOOLONG = 36;
  private static final int LONGEST = 64 * 1024;

  private final SystemCall kernel = new SystemCall();
  private final CallNumbers numbers = CallNumbers.HERE;
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(LONGEST);
  private final long address = SystemCall.address(bytes);

  /// Writes a text in one call to a file that is there.
  ///
  /// @return 0, or the error number; EIO when the file took only a part
  public int write(String file, String text) {
    byte[] path = file.getBytes(StandardCharsets.UTF_8);
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    if (path.length >= LONGEST || content.length > LONGEST) {
      return ENAMETOOLONG;
    }
    bytes.put(0, path).put(path.length, (byte) 0);
    long descriptor =
        kernel.call(numbers.openat(), AT_FDCWD, address, O_WRONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0) {
      return (int) -descriptor;
    }
    try {
      bytes.put(0, content);
      long written = kernel.call(numbers.write(), descriptor, address, content.length);
      if (written < 0) {
        return (int) -written;
      }
      return written == content.length ? 0 : EIO;
    } finally {
      kernel.call(numbers.close(), descriptor, 0, 0);
    }
  }
}
