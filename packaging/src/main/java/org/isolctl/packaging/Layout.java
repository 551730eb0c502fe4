package org.isolctl.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Lays out what is made rather than copied, as it lies below `/usr`: the image in `lib/isolctl`,
/// manual pages and completions in `share`. Maven packs that.
public final class Layout {
  /// Beside the launcher, which gives them to `isolctl guard`.
  private static final String GUARD_OPTIONS = "guard.jvm";

  private Layout() {}

  /// Arguments: the folder of jars, a folder for the result, one for scratch, the version, the time
  /// that files carry (ISO 8601), the changelog, the launcher, and when the build began.
  public static void main(String[] args) throws IOException, InterruptedException {
    Path jars = Path.of(args[0]);
    Path target = clean(Path.of(args[1]));
    Path work = clean(Path.of(args[2]));
    String version = args[3];
    Instant time = Instant.parse(args[4]);

    Path modules = Files.createDirectories(work.resolve("modules"));
    List<Path> all = list(jars);
    for (Path jar : all) {
      ModuleJar.write(jar, modules.resolve(jar.getFileName()));
    }
    var image = RuntimeImage.link(modules, target.resolve("lib/isolctl"));
    for (Path jar : all) {
      Notices.copy(jar, image.home().resolve("legal"));
    }
    Path launcher = Path.of(args[6]);
    Files.copy(
        launcher.resolveSibling(GUARD_OPTIONS), image.home().resolve("lib").resolve(GUARD_OPTIONS));
    image.setTimes(time);
    new StartupArchive(image, work)
        .make(Training.all(work, launcher.resolveSibling("policy.toml")));
    new Documents(target.resolve("share"))
        .write(version, time.toString().substring(0, 10), Path.of(args[5]));
    launcher(launcher, target.resolve("bin/isolctl"), Instant.parse(args[7]));
  }

  /// Sources that are newer than the launcher of the folder are not in it: ./isolctl looks at that.
  private static void launcher(Path source, Path target, Instant began) throws IOException {
    Files.createDirectories(target.resolveSibling(""));
    Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
    Files.setLastModifiedTime(target, FileTime.from(began));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /// An empty folder of that name.
  private static Path clean(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
