package org.isolctl.host.persist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isolctl.model.persist.BootFiles;
import org.isolctl.model.persist.FileChange;

/// The boot loaders' files of a machine that lies in a folder; `/` for this one.
///
/// Bytes are kept: they are read and written as ISO 8859-1, in which every byte is a character.
///
/// @param root the folder
public record BootFolder(Path root) {
  /// What is put behind the name of a file to have that of its backup.
  public static final String BACKUP = ".isolctl-backup";

  private static final String FRESH = ".isolctl-new";
  private static final List<String> MKCONFIG =
      List.of("/usr/sbin/grub-mkconfig", "/usr/bin/grub-mkconfig");

  /// Reads what is there.
  ///
  /// @throws IOException when a file is there and cannot be read
  public BootFiles read() throws IOException {
    var texts = new TreeMap<String, String>();
    for (String file : BootFiles.FILES) {
      take(texts, file);
    }
    for (String folder : BootFiles.FOLDERS) {
      var path = place(folder);
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.list(path).sorted()) {
          for (Path file : files.toList()) {
            var name = String.valueOf(file.getFileName());
            if (name.endsWith(".cfg") || name.endsWith(".conf")) {
              take(texts, folder + "/" + name);
            }
          }
        }
      }
    }
    return new BootFiles(texts, grubReadsDropIns());
  }

  private void take(Map<String, String> texts, String file) throws IOException {
    var path = place(file);
    if (Files.isRegularFile(path)) {
      texts.put(file, Files.readString(path, StandardCharsets.ISO_8859_1));
    }
  }

  /// Upstream's script knows no drop-ins, Debian's and Ubuntu's does; the script itself tells. A
  /// folder without the script is a copy of settings: there the folder of drop-ins tells.
  private boolean grubReadsDropIns() throws IOException {
    for (String script : MKCONFIG) {
      var path = place(script);
      if (Files.isRegularFile(path)) {
        return Files.readString(path, StandardCharsets.ISO_8859_1).contains("default/grub.d");
      }
    }
    return Files.isDirectory(place("/etc/default/grub.d"));
  }

  /// Makes one change: keeps the old file as a backup, writes the new one beside it and renames it,
  /// each seen onto the disk.
  ///
  /// @throws IOException when it fails; the file is then what it was
  public void write(FileChange change) throws IOException {
    if (change.isNothing()) {
      return;
    }
    var path = place(change.path());
    if (change.before().isPresent()) {
      backUp(path);
    }
    if (change.after().isEmpty()) {
      Files.deleteIfExists(path);
    } else {
      var fresh = beside(path, FRESH);
      Files.createDirectories(folder(path));
      fill(fresh, change.after().get());
      keepOwner(path, fresh);
      replace(fresh, path);
    }
    sync(folder(path));
  }

  private static void backUp(Path path) throws IOException {
    Files.copy(
        path,
        beside(path, BACKUP),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.COPY_ATTRIBUTES,
        LinkOption.NOFOLLOW_LINKS);
  }

  private static void fill(Path file, String text) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /// The FAT of a boot partition knows neither owner nor rights.
  private static void keepOwner(Path from, Path to) throws IOException {
    var old = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    var fresh = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (old == null || fresh == null) {
      return;
    }
    try {
      var attributes = old.readAttributes();
      if (!fresh.readAttributes().permissions().equals(attributes.permissions())) {
        fresh.setPermissions(attributes.permissions());
      }
    } catch (NoSuchFileException e) {
      // It is new, and gets what the user's mask gives.
    }
  }

  private static void replace(Path fresh, Path path) throws IOException {
    try {
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.deleteIfExists(fresh);
      throw e;
    }
  }

  private static void sync(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static Path beside(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  private static Path folder(Path path) {
    var parent = path.getParent();
    return parent == null ? Path.of("/") : parent;
  }

  /// A link at the end is followed, within the machine it belongs to: `/boot/cmdline.txt` may be
  /// one.
  private Path place(String file) throws IOException {
    var path = root.resolve(file.substring(1));
    if (!Files.isSymbolicLink(path)) {
      return path;
    }
    var target = path.toRealPath();
    if (!target.startsWith(root.toRealPath())) {
      throw new IOException(path + " is a link that leads out of " + root);
    }
    return target;
  }
}
