package org.isolctl.lab.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The user's cache folder of isolctl: `$ISOLCTL_CACHE`, else `$XDG_CACHE_HOME/isolctl`, else
/// `~/.cache/isolctl`. Whatever lies in it can be made again.
public record LabCache(Path root) {

  /// The folder that this process's environment names.
  public static LabCache ofEnvironment() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static LabCache of(Map<String, String> environment, Path home) {
    String own = environment.getOrDefault("ISOLCTL_CACHE", "");
    if (!own.isEmpty()) {
      return new LabCache(Path.of(own));
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    return new LabCache((xdg.isEmpty() ? home.resolve(".cache") : Path.of(xdg)).resolve("isolctl"));
  }

  /// Where `lab/fetch-kernels` unpacks kernels, one folder per release.
  public Path kernels() {
    return root.resolve("kernels");
  }

  /// A folder in the cache, made when it is not there.
  public Path folder(String name) throws IOException {
    return Files.createDirectories(root.resolve(name));
  }
}
