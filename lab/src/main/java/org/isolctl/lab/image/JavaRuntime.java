package org.isolctl.lab.image;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.kernel.LabCache;

/// A Java runtime for guests, linked from the JDK that we run on, with the C library of this
/// machine: an archive of some 100 MB, made once and kept in the cache under a name that changes
/// with the JDK, the library and the modules.
final class JavaRuntime {
  /// Where it is in the guest.
  static final String HOME = "/opt/java";

  /// Part of the name: raised when this class writes another layout.
  private static final String LAYOUT = "1";

  private JavaRuntime() {}

  /// The archive of a runtime with these modules of the JDK.
  static Path archive(LabCache cache, List<String> modules)
      throws IOException, InterruptedException {
    Path jdk = Path.of(System.getProperty("java.home"));
    Path archive = cache.folder("images").resolve("java-" + key(jdk, modules) + ".cpio");
    if (!Files.exists(archive)) {
      make(jdk, modules, archive);
    }
    return archive;
  }

  private static void make(Path jdk, List<String> modules, Path archive)
      throws IOException, InterruptedException {
    // Beside the archive, so that the last step is a rename; two at once do the work twice, no
    // harm.
    Path work = Files.createTempDirectory(archive.getParent(), ".linking-");
    try {
      Path image = work.resolve("image");
      link(jdk, modules, image);
      Path unfinished = work.resolve("archive");
      write(image, unfinished);
      Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(work);
    }
  }

  private static void link(Path jdk, List<String> modules, Path image)
      throws IOException, InterruptedException {
    try {
      HostProgram.output(
          List.of(
              jdk.resolve("bin/jlink").toString(),
              "--add-modules",
              String.join(",", modules),
              "--no-header-files",
              "--no-man-pages",
              // Uncompressed classes start faster, and a guest has the memory.
              "--compress=zip-0",
              "--generate-cds-archive",
              "--output",
              image.toString()));
    } catch (IOException e) {
      throw new IOException(
          ("Cannot link a runtime from %s; some distributions have what that needs in a package of"
                  + " its own (openjdk-25-jmods)")
              .formatted(jdk),
          e);
    }
  }

  private static void write(Path image, Path archive) throws IOException, InterruptedException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(archive));
        var initramfs = new Initramfs(out)) {
      initramfs.tree(HOME, image);
      for (Path library : SharedLibraries.of(programs(image))) {
        if (!library.startsWith(image)) {
          initramfs.file(new GuestFile.Copy(library.toString(), library));
        }
      }
    }
  }

  private static List<Path> programs(Path image) throws IOException {
    var programs = new ArrayList<Path>();
    programs.add(image.resolve("bin/java"));
    try (Stream<Path> files = Files.walk(image.resolve("lib"))) {
      files.filter(file -> file.toString().endsWith(".so")).forEach(programs::add);
    }
    return programs;
  }

  private static String key(Path jdk, List<String> modules)
      throws IOException, InterruptedException {
    String content =
        String.join(
            "\n",
            LAYOUT,
            Files.readString(jdk.resolve("release")),
            HostProgram.output(List.of("ldd", "--version")),
            String.join(",", modules));
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException failure)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
