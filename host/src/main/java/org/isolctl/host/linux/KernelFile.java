package org.isolctl.host.linux;

import java.util.Optional;
import org.isolctl.host.linux.ffm.NativeWrites;

/// Files of procfs, sysfs and cgroupfs that take commands. Not thread-safe.
public final class KernelFile {
  private final NativeWrites kernel;

  public KernelFile() {
    this.kernel = new NativeWrites();
  }

  /// Writes a text in one call to a file that is there.
  ///
  /// @return the error, empty when it was taken
  public Optional<Errno> write(String path, String text) {
    int error = kernel.write(path, text);
    return error == 0 ? Optional.empty() : Optional.of(new Errno(error));
  }
}
