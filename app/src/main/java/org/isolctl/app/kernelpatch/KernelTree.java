package org.isolctl.app.kernelpatch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.isolctl.app.kernelpatch.PatchException.Kind;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.kernelpatch.TreeFile;
import org.isolctl.model.kernelpatch.TreeVersion;

/// Unpacked sources of a kernel. Texts are read and written byte by byte (as ISO 8859-1), as not
/// every file of every kernel is UTF-8.
///
/// @param top the folder that holds the Makefile
record KernelTree(Path top, KernelVersion version) {

  /// Opens a tree.
  static KernelTree open(Path top) throws PatchException {
    Path makefile = top.resolve(TreeFile.MAKEFILE);
    if (!Files.isRegularFile(makefile) || !Files.isRegularFile(top.resolve(TreeFile.KTHREAD_C))) {
      throw new PatchException(
          Kind.REQUEST,
          "'"
              + top
              + "' is no kernel tree: name the folder that holds the sources' Makefile and"
              + " kernel/kthread.c. A package of sources is unpacked first, on Debian by: tar -xf"
              + " /usr/src/linux-source-VERSION.tar.xz");
    }
    var version =
        TreeVersion.read(read(makefile))
            .orElseThrow(() ->
                new PatchException(
                    Kind.REQUEST,
                    "'" + makefile + "' states no VERSION and PATCHLEVEL of a kernel."));
    return new KernelTree(top, version);
  }

  boolean has(String file) {
    return Files.isRegularFile(top.resolve(file));
  }

  /// The texts of those files that the tree has.
  Map<String, String> read(List<String> files) throws PatchException {
    var texts = new TreeMap<String, String>();
    for (String file : files) {
      if (has(file)) {
        texts.put(file, read(top.resolve(file)));
      }
    }
    return texts;
  }

  private static String read(Path file) throws PatchException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new PatchException(Kind.MEANS, "cannot read '" + file + "': " + e.getMessage(), e);
    }
  }

  /// Writes new texts over old ones, all of them or none.
  void replace(Map<String, String> before, Map<String, String> after) throws PatchException {
    var written = new ArrayList<String>();
    for (Map.Entry<String, String> entry : after.entrySet()) {
      try {
        write(entry.getKey(), entry.getValue());
        written.add(entry.getKey());
      } catch (IOException e) {
        throw new PatchException(
            Kind.MEANS,
            "cannot write '%s': %s. %s"
                .formatted(top.resolve(entry.getKey()), e.getMessage(), restore(written, before)),
            e);
      }
    }
  }

  private String restore(List<String> written, Map<String, String> before) {
    var stuck = new ArrayList<String>();
    for (String file : written) {
      try {
        write(file, before.getOrDefault(file, ""));
      } catch (IOException e) {
        stuck.add(file);
      }
    }
    return stuck.isEmpty()
        ? "The tree is as it was."
        : "These files stay patched: " + String.join(", ", stuck) + ". Unpack the tree anew.";
  }

  /// A half-written file is never seen: the new text is complete before it takes the old one's
  /// place. What a symbolic link points to is written, not the link.
  private void write(String file, String text) throws IOException {
    Path target = top.resolve(file).toRealPath();
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
    Path fresh = target.resolveSibling(target.getFileName() + ".isolctl");
    try {
      Files.writeString(fresh, text, StandardCharsets.ISO_8859_1);
      Files.setPosixFilePermissions(fresh, permissions);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
