package org.isolctl.packaging;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// A Java runtime of just the modules that the command needs, the command among them.
///
/// @param home its folder; `bin/java` is in it
record RuntimeImage(Path home) {
  static final String MODULE = "org.isolctl.app";
  static final String MAIN = MODULE + "/" + MODULE + ".Main";

  /// What each start is given. C2 never pays within a short run, C1 pays later than it thinks, and
  /// method handles for the few fields that are set by reflection do not; the JVM's own messages
  /// must not reach standard output, where answers go; that an archive does not fit is no news to a
  /// user. The archive of classes lies at the address that it was made for: elsewhere, 2,000 of its
  /// pages would have to be written first. The limit of open files and the filter of core dumps
  /// stay as they are, as isolctl run becomes a command that inherits both.
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=5",
          "-XX:-UsePerfData",
          "-Xmx64m",
          "-Xmn4m",
          "-XX:-MaxFDLimit",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-DumpPrivateMappingsInCore",
          "-XX:-DumpSharedMappingsInCore",
          "-XX:ArchiveRelocationMode=0",
          "-Djdk.reflect.useNativeAccessorOnly=true",
          "-Xlog:disable",
          "-Xlog:all=warning:stderr",
          "-Xlog:cds*=off:stderr",
          "-Xlog:aot*=off:stderr",
          "--enable-native-access=org.isolctl.host");

  /// Links an image with the JDK that this runs on.
  ///
  /// @param modules a folder of fit jars, see {@link ModuleJar}
  /// @throws IOException when jlink refuses, with what it said
  static RuntimeImage link(Path modules, Path home) throws IOException {
    run(
        "--module-path=" + modules,
        "--add-modules=" + MODULE,
        "--no-header-files",
        "--no-man-pages",
        "--exclude-files=**/bin/keytool,**/bin/jwebserver,**/lib/jexec,**/lib/jrt-fs.jar",
        // Plain classes start faster, and xz makes less of them than of packed ones.
        "--compress=zip-0",
        "--add-options=" + String.join(" ", OPTIONS),
        "--output=" + home);
    return new RuntimeImage(home);
  }

  private static void run(String... arguments) throws IOException {
    var said = new StringWriter();
    var out = new PrintWriter(said);
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(() -> new IOException("this JDK has no jlink; take a whole JDK 25"));
    if (jlink.run(out, out, arguments) != 0) {
      throw new IOException("jlink: " + said.toString().strip());
    }
  }

  /// Gives every file one time. The archive of classes remembers that of `lib/modules`, and
  /// packages carry the build's time instead of the file's own.
  void setTimes(Instant time) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.setLastModifiedTime(file, FileTime.from(time));
      }
    }
  }

  /// A command line that runs isolctl in this image.
  List<String> command(List<String> jvm, List<String> words) {
    return Stream.of(List.of(home.resolve("bin/java").toString()), jvm, List.of("-m", MAIN), words)
        .flatMap(List::stream)
        .toList();
  }
}
