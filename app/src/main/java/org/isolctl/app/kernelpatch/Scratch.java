package org.isolctl.app.kernelpatch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.isolctl.model.kernelpatch.SemanticPatch;

/// A folder of our own with copies of a tree's files, laid out as in the tree: Coccinelle works
/// there, so the tree is not touched before all is known to be right.
///
/// @param path goes with all that is in it
record Scratch(Path path) implements AutoCloseable {
  static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("isolctl-kernel-patch-"));
  }

  /// Where a tree's files lie.
  Path tree() {
    return path.resolve("tree");
  }

  void fill(Map<String, String> texts) throws IOException {
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      Path file = tree().resolve(entry.getKey());
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, entry.getValue(), StandardCharsets.ISO_8859_1);
    }
  }

  Map<String, String> read(Iterable<String> files) throws IOException {
    var texts = new TreeMap<String, String>();
    for (String file : files) {
      texts.put(file, Files.readString(tree().resolve(file), StandardCharsets.ISO_8859_1));
    }
    return texts;
  }

  /// Puts a semantic patch, which is packed beside this class, into a file.
  Path unpack(SemanticPatch patch) throws IOException {
    Path file = path.resolve(patch.script());
    try (InputStream in = Scratch.class.getResourceAsStream(patch.script())) {
      Files.copy(Objects.requireNonNull(in, patch.script()), file);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path entry : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(entry);
      }
    }
  }
}
