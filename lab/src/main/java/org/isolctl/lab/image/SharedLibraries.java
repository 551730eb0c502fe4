package org.isolctl.lab.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The libraries of this machine that its programs load, found as the loader itself finds them.
final class SharedLibraries {
  /// `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x...)`, and the loader without an arrow.
  private static final Pattern FOUND = Pattern.compile("(?:=> |^\\s+)(/\\S+) \\(0x");

  private static final Pattern MISSING = Pattern.compile("(\\S+) => not found");

  private SharedLibraries() {}

  /// The absolute paths of all libraries that these files need, the loader included. One that is
  /// among the files themselves may be missing: its user loads it by a path of its own.
  static SortedSet<Path> of(List<Path> files) throws IOException, InterruptedException {
    var command = new ArrayList<String>(List.of("ldd"));
    files.forEach(file -> command.add(file.toString()));
    Set<String> own =
        files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    return parse(HostProgram.output(command), own);
  }

  static SortedSet<Path> parse(String listing, Set<String> own) throws IOException {
    var libraries = new TreeSet<Path>();
    for (String line : (Iterable<String>) listing.lines()::iterator) {
      Matcher missing = MISSING.matcher(line);
      if (missing.find() && !own.contains(missing.group(1))) {
        throw new IOException("This machine lacks the library " + missing.group(1));
      }
      Matcher found = FOUND.matcher(line);
      if (found.find()) {
        libraries.add(Path.of(found.group(1)));
      }
    }
    return libraries;
  }
}
