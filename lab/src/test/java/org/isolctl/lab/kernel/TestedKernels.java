package org.isolctl.lab.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/// The kernels that this run of the tests boots.
public final class TestedKernels {
  private TestedKernels() {}

  /// The newest kernel of every series in the property `isolctl.series`, which `./check` sets. One
  /// that is not in the cache is a failure: a test that skips itself proves nothing.
  public static List<Kernel> all() throws IOException {
    return newestOf("isolctl.series", "6.1 6.12 7");
  }

  /// Those on which long stories are told, from the property `isolctl.stories`: the oldest is the
  /// hardest, as it remembers no mask that user space has set.
  public static List<Kernel> forStories() throws IOException {
    return newestOf("isolctl.stories", "6.1");
  }

  /// Those on which a running guard meets with faults, from the property `isolctl.faults`.
  public static List<Kernel> forFaults() throws IOException {
    return newestOf("isolctl.faults", "");
  }

  private static List<Kernel> newestOf(String property, String otherwise) throws IOException {
    var kernels = new ArrayList<Kernel>();
    var series = new StringTokenizer(System.getProperty(property, otherwise));
    while (series.hasMoreTokens()) {
      kernels.add(new Kernels(LabCache.ofEnvironment()).find(series.nextToken()));
    }
    return List.copyOf(kernels);
  }

  /// Whether ordinary kernel threads keep off the CPUs of `isolcpus=` (since 7.0: the housekeeping
  /// type that they follow is the scheduler domains', kernel/kthread.c).
  public static boolean keepsKthreadsOffIsolcpus(Kernel kernel) {
    return !kernel.release().matches("[3-6]\\..*");
  }
}
