package org.isolctl.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/// The licences and notices that a jar carries, laid beside those of the runtime.
final class Notices {
  private static final Pattern NOTICE = Pattern.compile("META-INF/(LICENSE|NOTICE)(\\.txt)?");

  private Notices() {}

  /// Copies them into a folder named like the jar, if there are any.
  static void copy(Path source, Path legal) throws IOException {
    Path folder = legal.resolve(String.valueOf(source.getFileName()).replaceFirst("\\.jar$", ""));
    try (var jar = new JarFile(source.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (NOTICE.matcher(entry.getName()).matches()) {
          Files.createDirectories(folder);
          try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, folder.resolve(entry.getName().substring("META-INF/".length())));
          }
        }
      }
    }
  }
}
