package org.isolctl.host.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolctl.host.files.FolderFiles;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.threads.Masks;
import org.isolctl.model.facts.Reading;

/// A machine of which a capture was made, by isolctl or by sos, packed or in a folder.
///
/// @param files its files, as far as the capture has them
/// @param masks what its kernel answered; {@link Masks#NONE} where nobody asked
public record CapturedMachine(MachineFiles files, Masks masks) {

  /// Opens a folder, a `tar`, a `tar.gz` or a `tar.xz`.
  ///
  /// @throws CaptureException when it is none of these, damaged, or holds no machine
  /// @throws IOException when it cannot be read
  public static CapturedMachine open(Path path) throws IOException {
    return open(path, ArchiveLimits.standard());
  }

  static CapturedMachine open(Path path, ArchiveLimits limits) throws IOException {
    var files =
        Files.isDirectory(path)
            ? new FolderFiles(machineFolder(path))
            : ArchiveReader.read(path, limits);
    var masks = files.text("/" + MaskIndex.ENTRY);
    var readings = files.text("/" + ReadingIndex.ENTRY);
    try {
      return switch (readings) {
        case Reading.Present<String>(_, var text) ->
            new CapturedMachine(new IndexedFiles(files, ReadingIndex.parse(text)), masks(masks));
        case Reading<String> _ when masks instanceof Reading.Present<String> ->
            throw new CaptureException(
                path, "cut short: " + ReadingIndex.ENTRY + ", which is written last, is lacking");
        case Reading<String> _ -> new CapturedMachine(files, Masks.NONE);
      };
    } catch (IllegalArgumentException e) {
      throw new CaptureException(path, "its index is damaged: " + e.getMessage(), e);
    }
  }

  private static Masks masks(Reading<String> text) {
    return text instanceof Reading.Present<String>(_, var content)
        ? MaskIndex.parse(content)
        : Masks.NONE;
  }

  /// The folder itself, or the only folder in it: unpacked, a sosreport lies in one of its own.
  private static Path machineFolder(Path folder) throws IOException {
    if (hasMachine(folder)) {
      return folder;
    }
    List<Path> inner;
    try (var entries = Files.list(folder)) {
      inner = entries.filter(CapturedMachine::hasMachine).toList();
    }
    if (inner.size() != 1) {
      throw new CaptureException(folder, "holds neither proc/ nor sys/ of a machine");
    }
    return inner.getFirst();
  }

  private static boolean hasMachine(Path folder) {
    return Files.isDirectory(folder.resolve("proc")) || Files.isDirectory(folder.resolve("sys"));
  }
}
