package org.isolctl.host.linux.ffm;

import java.nio.ByteBuffer;

/// System calls on sockets and other descriptors, by the names and with the parameters of their
/// manual pages. Each answers as the kernel does: a result, or a negated error number. Buffers are
/// direct ones and begin at their position. Not thread-safe; keep one for each thread.
public final class NativeSockets {
  private final SystemCall kernel = new SystemCall();
  private final CallNumbers numbers = CallNumbers.HERE;
  private final SocketNumbers sockets = SocketNumbers.HERE;

  public int socket(int domain, int type, int protocol) {
    return (int) kernel.call(sockets.socket(), domain, type, protocol);
  }

  public int setsockopt(int descriptor, int level, int option, ByteBuffer value) {
    return (int)
        kernel.call(
            sockets.setsockopt(),
            descriptor,
            level,
            option,
            SystemCall.address(value),
            value.capacity());
  }

  /// Reads an option of a socket into `value`.
  ///
  /// @param length an int that holds the capacity of `value`
  public int getsockopt(
      int descriptor, int level, int option, ByteBuffer value, ByteBuffer length) {
    return (int)
        kernel.call(
            sockets.getsockopt(),
            descriptor,
            level,
            option,
            SystemCall.address(value),
            SystemCall.address(length));
  }

  public int bind(int descriptor, ByteBuffer address, int length) {
    return (int) kernel.call(sockets.bind(), descriptor, SystemCall.address(address), length);
  }

  public int connect(int descriptor, ByteBuffer address, int length) {
    return (int) kernel.call(sockets.connect(), descriptor, SystemCall.address(address), length);
  }

  /// Writes the first `length` bytes of a buffer.
  public int write(int descriptor, ByteBuffer bytes, int length) {
    return (int) kernel.call(sockets.write(), descriptor, SystemCall.address(bytes), length);
  }

  /// Reads into a buffer from its first byte on.
  public int read(int descriptor, ByteBuffer bytes) {
    return (int)
        kernel.call(numbers.read(), descriptor, SystemCall.address(bytes), bytes.capacity());
  }

  public int close(int descriptor) {
    return (int) kernel.call(numbers.close(), descriptor, 0, 0);
  }

  public int eventfd(int initial, int flags) {
    return (int) kernel.call(sockets.eventfd2(), initial, flags, 0);
  }

  /// `ppoll(2)` without a signal mask.
  ///
  /// @param descriptors of struct pollfd, 8 bytes each
  /// @param timeout a struct timespec, two longs
  public int ppoll(ByteBuffer descriptors, int count, ByteBuffer timeout) {
    return (int)
        kernel.call(
            sockets.ppoll(),
            SystemCall.address(descriptors),
            count,
            SystemCall.address(timeout),
            0,
            0);
  }

  /// Where a direct buffer lies, for a struct that points to another. The caller must keep the
  /// buffer reachable as long as the kernel looks at it.
  public static long address(ByteBuffer direct) {
    return SystemCall.address(direct);
  }
}
