package org.isolctl.host.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.isolctl.host.files.MachineFiles;

/// Reads an archive that may have been made to do harm.
///
/// Nothing is written to a disk; entries, bytes and memory are bounded; whatever goes wrong is one
/// {@link CaptureException}.
final class ArchiveReader {
  /// What may stand between two contents: headers, long names, padding.
  private static final int HEADERS = 1024 * 1024;

  private static final int XZ_MEMORY_KIB = 128 * 1024;

  private final Path file;
  private final ArchiveLimits limits;
  private final TopFolder top = new TopFolder();
  private String last = "the beginning";

  private ArchiveReader(Path file, ArchiveLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  static MachineFiles read(Path file, ArchiveLimits limits) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(file))) {
      return new ArchiveReader(file, limits).read(in);
    }
  }

  private MachineFiles read(BufferedInputStream in) throws CaptureException {
    try (var meter = new MeteredStream(unpacked(in));
        var tar = new TarArchiveInputStream(meter, "UTF-8")) {
      readEntries(tar, meter);
    } catch (CaptureException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library answers some damage with an unchecked exception.
      throw new CaptureException(
          file, "truncated or damaged after " + last + " (" + e.getMessage() + ")", e);
    }
    return top.files()
        .orElseThrow(() -> new CaptureException(file, "holds neither proc/ nor sys/ of a machine"));
  }

  private InputStream unpacked(BufferedInputStream in) throws IOException {
    in.mark(16);
    byte[] magic = in.readNBytes(6);
    in.reset();
    if (startsWith(magic, 0x1f, 0x8b)) {
      return new GZIPInputStream(in);
    }
    if (startsWith(magic, 0xfd, '7', 'z', 'X', 'Z', 0)) {
      return XZCompressorInputStream.builder()
          .setInputStream(in)
          .setDecompressConcatenated(true)
          .setMemoryLimitKiB(XZ_MEMORY_KIB)
          .get();
    }
    if (startsWith(magic, 'B', 'Z', 'h') || startsWith(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
      throw new CaptureException(
          file, "compressed by bzip2 or zstd: unpack it and give the folder");
    }
    in.mark(512);
    byte[] header = in.readNBytes(512);
    in.reset();
    boolean tar =
        header.length == 512
            && new String(header, 257, 5, StandardCharsets.US_ASCII).equals("ustar");
    if (!tar) {
      throw new CaptureException(file, "neither a tar archive nor one packed by gzip or xz");
    }
    return in;
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private void readEntries(TarArchiveInputStream tar, MeteredStream meter) throws IOException {
    int entries = 0;
    long read = 0;
    long kept = 0;
    meter.allow(HEADERS);
    for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
      meter.allow(entry.getSize() + HEADERS);
      var path = path(entry.getName());
      if (++entries > limits.entries()) {
        throw new CaptureException(file, "more than " + limits.entries() + " entries");
      }
      read += Math.max(0, entry.getSize());
      if (read > limits.bytes() || read < 0) {
        throw tooLarge("entries of more than", limits.bytes());
      }
      last = "'" + entry.getName() + "'";
      if (path.isEmpty() || !top.wants(path)) {
        continue;
      }
      kept += limits.entryOverhead();
      if (isPlainFile(entry)) {
        if (entry.getSize() > limits.longestFile()) {
          throw tooLarge(last + " is longer than", limits.longestFile());
        }
        kept += entry.getSize();
      }
      if (kept > limits.kept()) {
        throw tooLarge("what it holds of the machine is more than", limits.kept());
      }
      keep(tar, entry, path);
    }
  }

  private void keep(TarArchiveInputStream tar, TarArchiveEntry entry, List<String> path)
      throws IOException {
    if (entry.isDirectory()) {
      top.addFolder(path);
    } else if (entry.isSymbolicLink()) {
      top.addLink(path, entry.getLinkName());
    } else if (entry.isLink()) {
      top.addHardLink(path, path(entry.getLinkName()));
    } else if (isPlainFile(entry)) {
      byte[] content = tar.readNBytes((int) entry.getSize());
      if (content.length != entry.getSize()) {
        throw new IOException(
            "it is " + entry.getSize() + " bytes long, " + content.length + " are there");
      }
      top.addFile(path, content);
    }
  }

  /// The library calls everything a file that is no folder.
  private static boolean isPlainFile(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isSymbolicLink()
        && !entry.isLink()
        && !entry.isFIFO()
        && !entry.isCharacterDevice()
        && !entry.isBlockDevice();
  }

  private CaptureException tooLarge(String what, long limit) {
    return new CaptureException(file, what + " " + limit / (1024 * 1024) + " MiB");
  }

  /// The parts of an entry's name.
  private List<String> path(String name) throws CaptureException {
    var path = new ArrayList<String>();
    for (String part : name.split("/", -1)) {
      if (part.equals("..")) {
        throw new CaptureException(file, "the entry '" + name + "' leads out of the archive");
      }
      if (!part.isEmpty() && !part.equals(".")) {
        path.add(part);
      }
    }
    return path;
  }
}
