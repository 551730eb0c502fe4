package org.isolctl.host.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/// Makes archives for tests, also such as no decent program makes.
final class Archives {
  private Archives() {}

  interface Content {
    void write(TarArchiveOutputStream tar) throws IOException;
  }

  static Path tar(Path file, Content content) throws IOException {
    return write(file, Files.newOutputStream(file), content);
  }

  static Path tarGz(Path file, Content content) throws IOException {
    return write(file, new GZIPOutputStream(Files.newOutputStream(file)), content);
  }

  static Path tarXz(Path file, Content content) throws IOException {
    return write(file, new XZCompressorOutputStream(Files.newOutputStream(file)), content);
  }

  private static Path write(Path file, OutputStream out, Content content) throws IOException {
    try (var tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      content.write(tar);
    }
    return file;
  }

  static void file(TarArchiveOutputStream tar, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
    special(tar, name, target, TarConstants.LF_SYMLINK);
  }

  static void special(TarArchiveOutputStream tar, String name, String target, byte type)
      throws IOException {
    var entry = new TarArchiveEntry(name, type, true);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }
}
