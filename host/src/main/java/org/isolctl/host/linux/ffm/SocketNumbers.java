package org.isolctl.host.linux.ffm;

import java.util.Locale;

/// The numbers of the system calls on sockets and descriptors
/// (arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h).
record SocketNumbers(
    int write,
    int socket,
    int connect,
    int bind,
    int setsockopt,
    int getsockopt,
    int ppoll,
    int eventfd2) {
  static final SocketNumbers X86_64 = new SocketNumbers(1, 41, 42, 49, 54, 55, 271, 290);
  static final SocketNumbers GENERIC = new SocketNumbers(64, 198, 203, 200, 208, 209, 73, 19);

  /// Those of the machine that this runs on; {@link CallNumbers} has refused any other already.
  static final SocketNumbers HERE =
      switch (System.getProperty("os.arch", "").toLowerCase(Locale.ROOT)) {
        case "amd64", "x86_64" -> X86_64;
        default -> GENERIC;
      };
}
