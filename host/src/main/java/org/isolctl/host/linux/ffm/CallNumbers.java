package org.isolctl.host.linux.ffm;

import java.util.Locale;

/// The numbers of the system calls that are used (arch/x86/entry/syscalls/syscall_64.tbl and
/// include/uapi/asm-generic/unistd.h, unchanged since these architectures exist).
record CallNumbers(
    int read,
    int write,
    int openat,
    int close,
    int getdents64,
    int schedSetaffinity,
    int schedGetaffinity,
    int schedSetscheduler,
    int rtSigaction,
    int rtSigprocmask,
    int fcntl,
    int execve) {
  static final CallNumbers X86_64 =
      new CallNumbers(0, 1, 257, 3, 217, 203, 204, 144, 13, 14, 72, 59);

  /// Arm, RISC-V, LoongArch and every other architecture younger than 2012.
  static final CallNumbers GENERIC =
      new CallNumbers(63, 64, 56, 57, 61, 122, 123, 119, 134, 135, 25, 221);

  /// Those of the machine that this runs on.
  static final CallNumbers HERE = of(System.getProperty("os.arch", ""));

  static CallNumbers of(String architecture) {
    return switch (architecture.toLowerCase(Locale.ROOT)) {
      case "amd64", "x86_64" -> X86_64;
      case "aarch64", "riscv64", "loongarch64" -> GENERIC;
      default ->
          throw new UnsupportedOperationException(
              "the system call numbers of '"
                  + architecture
                  + "' are not known: use --root or --capture");
    };
  }
}
