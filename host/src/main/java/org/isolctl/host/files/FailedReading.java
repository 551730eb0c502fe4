package org.isolctl.host.files;

import java.util.regex.Pattern;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.facts.Reading;

/// What an error number says of a reading.
final class FailedReading {
  private static final Pattern OF_PROCESS = Pattern.compile("/proc/\\d");

  private FailedReading() {}

  /// Files of processes are kept from others by `hidepid=` (proc_pid_permission() in
  /// fs/proc/base.c, 6.12), all others by their mode.
  private static String needs(String source, int errno) {
    if (OF_PROCESS.matcher(source).lookingAt()) {
      return "root, or CAP_SYS_PTRACE";
    }
    return errno == Errno.EACCES ? "root, or CAP_DAC_READ_SEARCH" : "root";
  }

  static <T> Reading<T> of(String source, int errno) {
    return switch (errno) {
      // ENODEV and ESRCH: the device or the thread behind an open file is gone.
      case Errno.ENOENT, Errno.ENOTDIR, Errno.ESRCH, Errno.ENODEV -> Reading.absent(source);
      case Errno.EACCES, Errno.EPERM -> Reading.denied(source, needs(source, errno));
      case Errno.EFBIG ->
          Reading.malformed(
              source, "longer than " + MachineFiles.LONGEST_FILE / (1024 * 1024) + " MiB");
      default -> Reading.malformed(source, "reading it failed with " + new Errno(errno));
    };
  }
}
