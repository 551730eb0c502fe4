package org.isolctl.host.vm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.model.kernel.KernelVersion;

/// A kernel that can be booted: a bzImage for x86.
///
/// @param version as the image's header tells it
public record KernelImage(Path file, KernelVersion version) {
  // Documentation/arch/x86/boot.rst: the header's magic, and where the version's text is.
  private static final int MAGIC_AT = 0x202;
  private static final int MAGIC = 0x5372_6448;
  private static final int VERSION_POINTER_AT = 0x20e;
  private static final int HEADER_BASE = 0x200;
  private static final int ENOUGH = 0x10000;

  /// Looks into a file.
  ///
  /// @throws IOException when it may not be read or is no such image, saying what to do
  public static KernelImage of(Path file) throws IOException {
    byte[] start = start(file);
    ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    if (start.length < VERSION_POINTER_AT + 2 || header.getInt(MAGIC_AT) != MAGIC) {
      throw new IOException(
          file + " is no kernel image for x86 (bzImage); they are mostly named vmlinuz-RELEASE");
    }
    int from = HEADER_BASE + Short.toUnsignedInt(header.getShort(VERSION_POINTER_AT));
    int to = from;
    while (to < start.length && start[to] > ' ') {
      to++;
    }
    try {
      return new KernelImage(
          file,
          KernelVersion.parse(
              new String(start, Math.min(from, to), to - from, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " does not say which kernel it is: " + e.getMessage(), e);
    }
  }

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(ENOUGH);
    } catch (AccessDeniedException e) {
      throw new IOException(
          ("%s may be read by root alone on this distribution. Make a copy that you may read: sudo"
                  + " install -m 644 %s /tmp/vmlinuz, and name it with --kernel /tmp/vmlinuz")
              .formatted(file, file),
          e);
    }
  }
}
