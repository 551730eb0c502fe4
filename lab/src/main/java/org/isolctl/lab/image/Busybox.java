package org.isolctl.lab.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The shell and the small tools of a guest: a busybox of this machine that needs no library.
public final class Busybox {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/busybox"),
          Path.of("/bin/busybox"),
          Path.of("/usr/sbin/busybox"),
          Path.of("/usr/bin/busybox-static"));

  private Busybox() {}

  /// The first busybox that can run alone.
  ///
  /// @throws IOException when there is none, saying what installs it
  public static Path find() throws IOException {
    return find(PLACES);
  }

  static Path find(List<Path> places) throws IOException {
    for (Path place : places) {
      if (Files.isReadable(place) && isStatic(Files.readAllBytes(place))) {
        return place;
      }
    }
    throw new IOException(
        "No static busybox in %s: install the package busybox-static".formatted(places));
  }

  /// Whether an ELF64 program for x86-64 asks for no dynamic loader (it has no PT_INTERP segment,
  /// elf(5)).
  static boolean isStatic(byte[] program) {
    ByteBuffer elf = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
    if (program.length < 64 || elf.getInt(0) != 0x464c457f || elf.getShort(18) != 62) {
      return false;
    }
    long offset = elf.getLong(32);
    int size = Short.toUnsignedInt(elf.getShort(54));
    int count = Short.toUnsignedInt(elf.getShort(56));
    for (int i = 0; i < count; i++) {
      long at = offset + (long) i * size;
      if (at < 0 || at + 4 > program.length || elf.getInt((int) at) == 3) {
        return false;
      }
    }
    return true;
  }
}
