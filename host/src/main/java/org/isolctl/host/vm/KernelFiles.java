package org.isolctl.host.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where distributions keep what belongs to a kernel.
///
/// @param root of the file system, `/` but in tests
public record KernelFiles(Path root) {

  /// Those of this machine.
  public static KernelFiles ofThisMachine() {
    return new KernelFiles(Path.of("/"));
  }

  /// The image of a release.
  ///
  /// @throws IOException when there is none, or it may not be read
  public KernelImage image(String release) throws IOException {
    List<Path> places =
        List.of(
            root.resolve("boot/vmlinuz-" + release),
            root.resolve("usr/lib/modules/" + release + "/vmlinuz"),
            root.resolve("lib/modules/" + release + "/vmlinuz"));
    for (Path place : places) {
      if (Files.exists(place)) {
        return KernelImage.of(place);
      }
    }
    throw new IOException(
        "No image of kernel %s in %s: name its file with --kernel FILE"
            .formatted(release, String.join(", ", places.stream().map(Path::toString).toList())));
  }

  /// The file with the configuration that a kernel was built with, where it can be read: beside its
  /// image, or where distributions put it.
  public Optional<Path> config(KernelImage kernel) {
    String release = kernel.version().release();
    return List.of(
            kernel.file().resolveSibling("config-" + release),
            kernel.file().resolveSibling("config"),
            root.resolve("boot/config-" + release),
            root.resolve("usr/lib/modules/" + release + "/config"))
        .stream()
        .filter(Files::isReadable)
        .findFirst();
  }
}
