package org.isolctl.host.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.isolctl.model.facts.Reading;

/// The files of a machine that were copied into a folder.
public final class FolderFiles implements MachineFiles {
  private final Path root;

  /// Takes a folder as the root of a machine.
  ///
  /// @param root the folder that holds `proc`, `sys` and so on
  /// @throws IOException when it is no folder or cannot be entered
  public FolderFiles(Path root) throws IOException {
    this.root = root.toRealPath();
    if (!Files.isDirectory(this.root)) {
      throw new NotDirectoryException(root.toString());
    }
  }

  private interface Look<T> {
    T at(Path file) throws IOException;
  }

  @Override
  public Reading<byte[]> bytes(String path) {
    return look(
        path,
        file -> {
          if (!Files.isRegularFile(file)) {
            throw new IOException("not a regular file");
          }
          if (Files.size(file) > LONGEST_FILE) {
            throw new IOException("longer than " + LONGEST_FILE / (1024 * 1024) + " MiB");
          }
          return Files.readAllBytes(file);
        });
  }

  @Override
  public Reading<List<String>> names(String folder) {
    return look(folder, file -> list(file, _ -> true));
  }

  @Override
  public Reading<List<String>> folders(String folder) {
    return look(
        folder, file -> list(file, entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)));
  }

  private static List<String> list(Path folder, Predicate<Path> wanted) throws IOException {
    var names = new ArrayList<String>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (wanted.test(entry)) {
          names.add(entry.getFileName().toString());
        }
      }
    }
    return List.copyOf(names);
  }

  /// A link that leads out of the root is as good as a dangling one: what it means on the machine
  /// is not here.
  private <T> Reading<T> look(String path, Look<T> look) {
    try {
      Path file = root.resolve(path.substring(1)).toRealPath();
      return file.startsWith(root) ? Reading.present(path, look.at(file)) : Reading.absent(path);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Reading.absent(path);
    } catch (AccessDeniedException e) {
      return Reading.denied(path, "read permission on the copy");
    } catch (IOException | InvalidPathException e) {
      return Reading.malformed(path, String.valueOf(e.getMessage()));
    }
  }
}
