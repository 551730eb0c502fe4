package org.isolctl.app.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.isolctl.model.kernel.KernelConfig;

/// Reads the configuration of a kernel from a file, packed like `/proc/config.gz` or not.
final class KconfigFile {
  /// Real ones have about 300 KiB.
  private static final int MOST_BYTES = 16 << 20;

  private static final int GZIP_MAGIC = 0x1f;

  private KconfigFile() {}

  /// The configuration in a file.
  ///
  /// @throws CommandException when it cannot be read, or is no configuration
  static KernelConfig read(Path file) {
    try (var raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(1);
      boolean packed = raw.read() == GZIP_MAGIC;
      raw.reset();
      try (InputStream in = packed ? new GZIPInputStream(raw) : raw) {
        byte[] bytes = in.readNBytes(MOST_BYTES);
        return KernelConfig.parse(new String(bytes, StandardCharsets.UTF_8), file.toString());
      }
    } catch (IOException e) {
      throw CommandException.unfinished(
          "cannot read the kernel configuration " + IoReasons.of(e) + ".", e);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage(e.getMessage() + ".");
    }
  }
}
