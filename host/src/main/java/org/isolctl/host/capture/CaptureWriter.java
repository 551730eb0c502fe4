package org.isolctl.host.capture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.isolctl.model.facts.Reading;

/// Writes what was recorded into a `tar.gz` that only its owner can read.
final class CaptureWriter {
  private CaptureWriter() {}

  /// Writes beside the target and renames: the target is whole, or as it was before.
  ///
  /// @throws IOException naming the target or its folder, never the file that is written first
  static void write(Path target, RecordingFiles files, RecordingMasks masks) throws IOException {
    var folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
    try {
      writeIn(folder, target, files, masks);
    } catch (NoSuchFileException e) {
      throw because(e, new NoSuchFileException(folder.toString()));
    } catch (AccessDeniedException e) {
      throw because(e, new AccessDeniedException(folder.toString()));
    } catch (FileSystemException e) {
      throw because(e, new FileSystemException(target.toString(), null, e.getReason()));
    }
  }

  private static IOException because(IOException cause, IOException told) {
    told.initCause(cause);
    return told;
  }

  private static void writeIn(Path folder, Path target, RecordingFiles files, RecordingMasks masks)
      throws IOException {
    var temporary =
        Files.createTempFile(
            folder,
            ".isolctl-capture-",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (var out =
          new TarArchiveOutputStream(
              new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary))),
              StandardCharsets.UTF_8.name())) {
        out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        out.setAddPaxHeadersForNonAsciiNames(true);
        write(out, files, masks);
      }
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(TarArchiveOutputStream out, RecordingFiles files, RecordingMasks masks)
      throws IOException {
    if (masks.areCalls()) {
      entry(out, MaskIndex.ENTRY, masks.index().write().getBytes(StandardCharsets.UTF_8));
    }
    for (var file : files.contents().entrySet()) {
      if (file.getValue() instanceof Reading.Present<byte[]>(_, var content)) {
        entry(out, file.getKey().substring(1), content);
      }
    }
    entry(out, ReadingIndex.ENTRY, files.index().write().getBytes(StandardCharsets.UTF_8));
  }

  private static void entry(TarArchiveOutputStream out, String name, byte[] content)
      throws IOException {
    var entry = new TarArchiveEntry(name);
    entry.setSize(content.length);
    entry.setMode(0600);
    entry.setModTime(0L);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
  }
}
