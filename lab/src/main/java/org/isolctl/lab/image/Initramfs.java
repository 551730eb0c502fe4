package org.isolctl.lab.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;

/// Writes an archive in the form that the kernel unpacks into its first file system ("newc" cpio,
/// Documentation/driver-api/early-userspace/buffer-format.rst). All files belong to root and have
/// the same time, so that the same content makes the same bytes. Several archives may follow one
/// another in one file.
public final class Initramfs implements Closeable {
  private final CpioArchiveOutputStream cpio;
  private final Set<String> folders = new HashSet<>();
  private int lastInode;

  public Initramfs(OutputStream out) {
    cpio = new CpioArchiveOutputStream(out, CpioConstants.FORMAT_NEW);
  }

  public void folder(String path) throws IOException {
    String name = path.substring(1);
    if (name.isEmpty() || !folders.add(name)) {
      return;
    }
    parentsOf(path);
    header(name, CpioConstants.C_ISDIR | 0755, 0);
    cpio.closeArchiveEntry();
  }

  public void file(GuestFile file) throws IOException {
    parentsOf(file.path());
    byte[] content = file.content();
    header(file.path().substring(1), CpioConstants.C_ISREG | file.mode(), content.length);
    cpio.write(content);
    cpio.closeArchiveEntry();
  }

  public void link(String path, String target) throws IOException {
    parentsOf(path);
    byte[] bytes = target.getBytes(StandardCharsets.UTF_8);
    header(path.substring(1), CpioConstants.C_ISLNK | 0777, bytes.length);
    cpio.write(bytes);
    cpio.closeArchiveEntry();
  }

  /// A character device: the kernel opens `/dev/console` before anything is mounted.
  public void device(String path, int major, int minor) throws IOException {
    parentsOf(path);
    CpioArchiveEntry entry = entry(path.substring(1), CpioConstants.C_ISCHR | 0600, 0);
    entry.setRemoteDeviceMaj(major);
    entry.setRemoteDeviceMin(minor);
    cpio.putArchiveEntry(entry);
    cpio.closeArchiveEntry();
  }

  /// Everything in a folder of this machine, in the order of names.
  public void tree(String path, Path from) throws IOException {
    try (Stream<Path> entries = Files.walk(from).sorted()) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        String relative = from.relativize(entry).toString();
        String name = relative.isEmpty() ? path : path + "/" + relative;
        if (Files.isSymbolicLink(entry)) {
          link(name, Files.readSymbolicLink(entry).toString());
        } else if (Files.isDirectory(entry)) {
          folder(name);
        } else {
          file(GuestFile.copy(name, entry));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    cpio.close();
  }

  private void parentsOf(String path) throws IOException {
    folder(path.substring(0, Math.max(1, path.lastIndexOf('/'))));
  }

  private void header(String name, long mode, long size) throws IOException {
    cpio.putArchiveEntry(entry(name, mode, size));
  }

  private CpioArchiveEntry entry(String name, long mode, long size) {
    var entry = new CpioArchiveEntry(CpioConstants.FORMAT_NEW, name, size);
    entry.setMode(mode);
    entry.setTime(0);
    entry.setInode(++lastInode);
    return entry;
  }
}
