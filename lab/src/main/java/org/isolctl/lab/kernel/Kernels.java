package org.isolctl.lab.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.isolctl.host.vm.ReleaseOrder;

/// The kernels in the cache.
public final class Kernels {
  private final Path folder;

  public Kernels(LabCache cache) {
    folder = cache.kernels();
  }

  /// The newest kernel of a series.
  ///
  /// @param series the start of its release, whole numbers only: `6.12`, or `7` for any 7.x
  /// @throws IOException when the cache has none, saying what fetches it
  public Kernel find(String series) throws IOException {
    return all().stream()
        .filter(kernel -> kernel.release().startsWith(series + "."))
        .reduce((_, newer) -> newer)
        .orElseThrow(() ->
            new IOException(
                "No kernel of series %s in %s: fetch it with ./check, or lab/fetch-kernels %s"
                    .formatted(series, folder, series)));
  }

  /// Every kernel, the oldest first.
  public List<Kernel> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.isReadable(entry.resolve("vmlinuz")))
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .map(entry -> new Kernel(entry.getFileName().toString(), entry.resolve("vmlinuz")))
          .sorted((a, b) -> ReleaseOrder.BY_NUMBERS.compare(a.release(), b.release()))
          .toList();
    }
  }
}
