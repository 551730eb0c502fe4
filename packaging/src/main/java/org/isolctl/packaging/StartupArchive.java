package org.isolctl.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// The archives of linked classes that make an image start at once, each of which holds what some
/// verbs load.
///
/// They are static archives with linked classes (JEP 483) rather than caches of one training run:
/// start-up is the same, and the lists of several runs can be joined. The JVM takes one only for
/// the very image that it was made with, and else runs without, in silence.
final class StartupArchive {
  /// Where the JVM looks for one by itself.
  static final Path FOLDER = Path.of("lib/server");

  private final RuntimeImage image;
  private final Path work;

  StartupArchive(RuntimeImage image, Path work) {
    this.image = image;
    this.work = work;
  }

  /// Runs each command once and archives what they loaded.
  ///
  /// @throws IOException when a run fails otherwise than by findings
  void make(List<Training> trainings) throws IOException, InterruptedException {
    Files.createDirectories(work);
    var lists = new LinkedHashMap<String, Path>();
    // All before the first archive stands: a run that uses one loads whatever it holds.
    for (Training training : trainings) {
      lists.put(training.archive(), classesOf(training));
    }
    for (var each : lists.entrySet()) {
      dump(each.getValue(), image.home().resolve(FOLDER).resolve(each.getKey()));
    }
  }

  private void dump(Path list, Path archive) throws IOException, InterruptedException {
    int exit =
        run(
            image.command(
                List.of(
                    "-Xshare:dump",
                    "-XX:+AOTClassLinking",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + archive),
                List.of()));
    if (exit != 0) {
      throw new IOException("the JVM wrote no archive (exit %d): %s".formatted(exit, said()));
    }
  }

  private Path classesOf(Training training) throws IOException, InterruptedException {
    var classes = new LinkedHashSet<String>();
    for (List<String> command : training.commands()) {
      classes.addAll(classesOf(command));
    }
    return Files.write(work.resolve(training.archive() + ".classes"), List.copyOf(classes));
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
