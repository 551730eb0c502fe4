package org.isolctl.lab.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// A kernel that can be booted.
///
/// @param release as `uname -r` says in the guest, for instance `6.12.117+deb12-cloud-amd64`
/// @param image the bzImage
public record Kernel(String release, Path image) {

  /// What it was built with: the file that distributions install for it, looked for beside the
  /// image and where Debian's packages have it.
  public Optional<Path> config() {
    Path folder = image.toAbsolutePath().resolveSibling("");
    return Stream.of(
            "config-" + release,
            "boot/config-" + release,
            "usr/lib/modules/%s/config".formatted(release))
        .map(folder::resolve)
        .filter(Files::isReadable)
        .findFirst();
  }
}
