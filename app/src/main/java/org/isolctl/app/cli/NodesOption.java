package org.isolctl.app.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/// The option that says how CPUs lie in NUMA nodes.
final class NodesOption {
  @Option(
      names = "--nodes",
      paramLabel = "CPULIST/...",
      converter = NodesConverter.class,
      description = "The CPUs of NUMA node 0, node 1 and so on, for instance 0-1/2-3.")
  Optional<NodesConverter.Nodes> given = Optional.empty();
}
