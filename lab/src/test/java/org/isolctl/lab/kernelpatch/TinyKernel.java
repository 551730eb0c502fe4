package org.isolctl.lab.kernelpatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.LabCache;

/// A kernel that `kernel/build-tiny` built with a semantic patch.
///
/// @param label version and variant, for instance `6.1.192 patched`
record TinyKernel(String label, Kernel kernel, Path module) {
  /// With `isolate-kthreads.cocci`, of each series in the property `isolctl.tiny`, which `./check`
  /// sets. One that is not in the cache is a failure.
  static List<TinyKernel> patched() throws IOException {
    return all("bzImage", "patched");
  }

  /// With `isolate-kthreads-more.cocci` on top; 7.x has none.
  static List<TinyKernel> more() throws IOException {
    return all("bzImage-more", "more");
  }

  private static List<TinyKernel> all(String image, String variant) throws IOException {
    var kernels = new ArrayList<TinyKernel>();
    var series = new StringTokenizer(System.getProperty("isolctl.tiny", ""));
    while (series.hasMoreTokens()) {
      String one = series.nextToken();
      Path folder = LabCache.ofEnvironment().folder("tiny").resolve(one);
      if (!Files.isReadable(folder.resolve("release"))) {
        throw new IOException(
            "No tiny kernel in %s: run kernel/build-tiny %s".formatted(folder, one));
      }
      if (Files.isReadable(folder.resolve(image))) {
        String release = Files.readString(folder.resolve("release")).strip();
        kernels.add(
            new TinyKernel(
                release + " " + variant,
                new Kernel(release, folder.resolve(image)),
                folder.resolve("ksock.ko")));
      }
    }
    return List.copyOf(kernels);
  }

  @Override
  public String toString() {
    return label;
  }
}
