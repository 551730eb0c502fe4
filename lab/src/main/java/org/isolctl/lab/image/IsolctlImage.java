package org.isolctl.lab.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.lab.kernel.LabCache;

/// The command `isolctl` for a guest, with all that it runs on.
///
/// @param archives a Java runtime, big and kept between builds
/// @param files the jars of this build and a launcher, `/bin/isolctl`
public record IsolctlImage(List<Path> archives, List<GuestFile> files) {
  /// What a guest needs to unpack the runtime and run a command: half of it may hold files.
  public static final int MEMORY_MIB = 768;

  private static final String MODULE = "org.isolctl.app";
  private static final String MODULES = "/opt/isolctl/modules";

  /// Interpreted only: a short run never pays for compiled code where each new instruction is
  /// translated once more by QEMU. Who tests something that runs long sets ISOLCTL_JVM.
  private static final String LAUNCHER =
      """
      #!/bin/sh
      if [ "$1" = run ]; then
        export ISOLCTL_SIGIGN=$(sed -n 's/^SigIgn:[[:space:]]*//p' /proc/$$/status)
      fi
      exec %s/bin/java ${ISOLCTL_JVM--Xint} -XX:+UseSerialGC -XX:-UsePerfData -Xmx64m \\
        -XX:-MaxFDLimit -XX:+UnlockDiagnosticVMOptions -XX:-DumpPrivateMappingsInCore \\
        -XX:-DumpSharedMappingsInCore \\
        -Xlog:disable -Xlog:all=warning:stderr --enable-native-access=org.isolctl.host \\
        -p %s -m %s/%s.Main "$@"
      """
          .formatted(JavaRuntime.HOME, MODULES, MODULE, MODULE);

  public IsolctlImage {
    archives = List.copyOf(archives);
    files = List.copyOf(files);
  }

  /// The isolctl whose jars are in a folder, as the build of `app` leaves them in
  /// `app/target/modules`.
  ///
  /// @throws IOException when there is no build, or no runtime can be linked
  public static IsolctlImage of(Path modules, LabCache cache)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(modules)) {
      throw new IOException("No build in %s: run mvn package, or ./check".formatted(modules));
    }
    Path runtime = JavaRuntime.archive(cache, PlatformModules.neededBy(modules, MODULE));
    var files = new ArrayList<GuestFile>();
    files.add(GuestFile.script("/bin/isolctl", LAUNCHER));
    try (Stream<Path> jars = Files.list(modules).sorted()) {
      jars.forEach(jar -> files.add(GuestFile.copy(MODULES + "/" + jar.getFileName(), jar)));
    }
    return new IsolctlImage(List.of(runtime), files);
  }
}
