package org.isolctl.host.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files that the Java runtime has open for itself, some of them without `FD_CLOEXEC`: they are
/// none of the next program's. What the caller handed over (a redirection `5>log`, the sockets of a
/// service manager) is.
///
/// @param places folders and files of the runtime and of our own jars
record RuntimeFiles(List<String> places) {
  RuntimeFiles {
    places =
        places.stream()
            .filter(place -> !place.isEmpty())
            .map(place -> Path.of(place).toAbsolutePath().normalize().toString())
            .toList();
  }

  /// Those of this process.
  static RuntimeFiles ofThis(OwnWords words) {
    var archives =
        words.words().stream()
            .map(word -> new String(word, StandardCharsets.UTF_8))
            .filter(word -> word.startsWith("-XX:") && word.contains("="))
            .map(word -> word.substring(word.indexOf('=') + 1));
    var paths =
        Stream.of("java.home", "jdk.module.path", "java.class.path")
            .map(name -> System.getProperty(name, ""))
            .flatMap(path -> Stream.of(path.split(":", -1)));
    return new RuntimeFiles(Stream.concat(archives, paths).toList());
  }

  /// Whether a descriptor with this target is the runtime's.
  boolean has(String target) {
    return places.stream()
        .anyMatch(place -> target.equals(place) || target.startsWith(place + "/"));
  }
}
