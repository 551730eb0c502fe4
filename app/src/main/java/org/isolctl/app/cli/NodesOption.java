package org.isolctl.app.cli;

import java.util.Optional;

/// The option that says how CPUs lie in NUMA nodes.
final class NodesOption {
  Optional<NodesConverter.Nodes> given = Optional.empty();

  /// Lists them.
  void list(OptionList options) {
    options
        .option("--nodes", "CPULIST/...")
        .says("The CPUs of NUMA node 0, node 1 and so on, for instance 0-1/2-3.")
        .takes(new NodesConverter(), it -> given = Optional.of(it));
  }
}
