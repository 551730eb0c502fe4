package org.isolctl.host.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where distributions keep what belongs to a kernel.
///
/// @param root of the file system, `/` but in tests
public record KernelFiles(Path root) {
  private static final String IMAGE = "vmlinuz-";

  /// Those of this machine.
  public static KernelFiles ofThisMachine() {
    return new KernelFiles(Path.of("/"));
  }

  /// The image of a release, or the newest of a series.
  ///
  /// @param release as `uname -r` tells it, or how it begins: `6.12`
  /// @throws IOException when there is none, or it may not be read
  public KernelImage image(String release) throws IOException {
    for (Path place : places(release)) {
      if (Files.exists(place)) {
        return KernelImage.of(place);
      }
    }
    Optional<String> newest = newestOf(release);
    if (newest.isPresent()) {
      return image(newest.get());
    }
    throw new IOException(
        ("No image of kernel %s in %s, nor one of a release that begins so: name its file with"
                + " --kernel FILE")
            .formatted(
                release, String.join(", ", places(release).stream().map(Path::toString).toList())));
  }

  private List<Path> places(String release) {
    return List.of(
        root.resolve("boot/vmlinuz-" + release),
        root.resolve("usr/lib/modules/" + release + "/vmlinuz"),
        root.resolve("lib/modules/" + release + "/vmlinuz"));
  }

  /// The newest release of those with an image that begin with this one, at a whole number.
  private Optional<String> newestOf(String series) throws IOException {
    var releases = new ArrayList<String>();
    names("boot").stream()
        .filter(name -> name.startsWith(IMAGE))
        .forEach(name -> releases.add(name.substring(IMAGE.length())));
    releases.addAll(names("usr/lib/modules"));
    releases.addAll(names("lib/modules"));
    return releases.stream()
        .filter(release ->
            release.startsWith(series)
                && release.length() > series.length()
                && ".-+".indexOf(release.charAt(series.length())) >= 0)
        .filter(release -> places(release).stream().anyMatch(Files::exists))
        .max(ReleaseOrder.BY_NUMBERS);
  }

  private List<String> names(String folder) throws IOException {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
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
