package org.isolctl.lab.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A regular file of the guest.
public sealed interface GuestFile {
  /// Where it is in the guest, absolute.
  String path();

  /// Its permission bits.
  int mode();

  byte[] content() throws IOException;

  /// A file with this text in it.
  record Text(String path, int mode, String text) implements GuestFile {
    public Text {
      requireAbsolute(path);
    }

    @Override
    public byte[] content() {
      return text.getBytes(StandardCharsets.UTF_8);
    }
  }

  /// A copy of a file of this machine; it may be executed when that may be.
  record Copy(String path, Path from) implements GuestFile {
    public Copy {
      requireAbsolute(path);
    }

    @Override
    public int mode() {
      return Files.isExecutable(from) ? 0755 : 0644;
    }

    @Override
    public byte[] content() throws IOException {
      return Files.readAllBytes(from);
    }
  }

  /// A text file that all may read.
  static GuestFile text(String path, String text) {
    return new Text(path, 0644, text);
  }

  /// A shell script that can be called by its path.
  static GuestFile script(String path, String text) {
    return new Text(path, 0755, text);
  }

  static GuestFile copy(String path, Path from) {
    return new Copy(path, from);
  }

  private static void requireAbsolute(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("The path of a guest file must be absolute: " + path);
    }
  }
}
