package org.isolctl.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The archive of linked classes that makes an image start at once. It stands where the JVM looks
/// for one by itself, and holds what real verbs load.
///
/// It is a static archive with linked classes (JEP 483) rather than a cache of one training run:
/// start-up is the same, and the lists of many runs can be joined. The JVM takes it only for the
/// very image that it was made with, and else runs without, in silence.
final class StartupArchive {
  /// Where the JVM looks for it.
  static final Path PLACE = Path.of("lib/server/classes.jsa");

  private final RuntimeImage image;
  private final Path work;

  StartupArchive(RuntimeImage image, Path work) {
    this.image = image;
    this.work = work;
  }

  /// Runs each command once and archives what they loaded. The commands must change nothing.
  ///
  /// @throws IOException when a run fails otherwise than by findings
  void make(List<List<String>> commands) throws IOException, InterruptedException {
    Files.createDirectories(work);
    var classes = new LinkedHashSet<String>();
    for (List<String> command : commands) {
      classes.addAll(classesOf(command));
    }
    Path list = Files.write(work.resolve("classes"), List.copyOf(classes));
    int exit =
        run(
            image.command(
                List.of(
                    "-Xshare:dump",
                    "-XX:+AOTClassLinking",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + image.home().resolve(PLACE)),
                List.of()));
    if (exit != 0) {
      throw new IOException("the JVM wrote no archive (exit %d): %s".formatted(exit, said()));
    }
  }

  private List<String> classesOf(List<String> command) throws IOException, InterruptedException {
    Path list = work.resolve("loaded");
    int exit = run(image.command(List.of("-XX:DumpLoadedClassList=" + list), command));
    // 1 is an answer too: findings. So is 3, on a machine that hides too much.
    if (exit != 0 && exit != 1 && exit != 3) {
      throw new IOException(
          "isolctl %s ended with %d: %s".formatted(String.join(" ", command), exit, said()));
    }
    var lines = new ArrayList<String>();
    for (String line : Files.readAllLines(list)) {
      if (!line.startsWith("#")) {
        lines.add(withoutNumber(line));
      }
    }
    return lines;
  }

  /// Each run numbers its classes anew; only classes of loaders of one's own need the number.
  private static String withoutNumber(String line) {
    int at = line.indexOf(" id: ");
    return at < 0 ? line : line.substring(0, at);
  }

  private int run(List<String> command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log().toFile())
        .start()
        .waitFor();
  }

  private Path log() {
    return work.resolve("log");
  }

  private String said() throws IOException {
    return Files.readString(log()).strip();
  }
}
