package org.isolctl.app.render;

import org.isolctl.model.cpu.CpuSet;

/// Numbers in sentences.
final class Count {
  private Count() {}

  /// For instance `1 thread` or `0 threads`.
  static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /// For instance `CPU 3` or `CPUs 2-3`.
  static String cpus(CpuSet cpus) {
    return (cpus.size() == 1 ? "CPU " : "CPUs ") + cpus;
  }
}
