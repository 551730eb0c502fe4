package org.isolctl.host.files;

import org.isolctl.host.linux.Errno;
import org.isolctl.model.facts.Reading;

/// What an error number says of a reading.
final class FailedReading {
  private FailedReading() {}

  static <T> Reading<T> of(String source, int errno) {
    return switch (errno) {
      // ENODEV and ESRCH: the device or the thread behind an open file is gone.
      case Errno.ENOENT, Errno.ENOTDIR, Errno.ESRCH, Errno.ENODEV -> Reading.absent(source);
      case Errno.EACCES, Errno.EPERM -> Reading.denied(source, "root");
      case Errno.EFBIG ->
          Reading.malformed(
              source, "longer than " + MachineFiles.LONGEST_FILE / (1024 * 1024) + " MiB");
      default -> Reading.malformed(source, "reading it failed with " + new Errno(errno));
    };
  }
}
