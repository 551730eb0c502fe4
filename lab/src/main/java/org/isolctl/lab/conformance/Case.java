package org.isolctl.lab.conformance;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.isolctl.host.vm.Trial;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.predict.PredictionInput;

/// A machine and a boot line.
///
/// @param nodes the CPUs of each NUMA node; none for a machine without NUMA
public record Case(int cpus, List<CpuSet> nodes, String bootLine) {
  public Case {
    nodes = List.copyOf(nodes);
  }

  /// Reads what {@link #machine()} and the boot line are, as cases are written in files.
  ///
  /// @param machine for instance `4`, or `4:0-1/2-3` with two nodes
  static Case of(String machine, String bootLine) {
    int colon = machine.indexOf(':');
    if (colon < 0) {
      return new Case(Integer.parseInt(machine), List.of(), bootLine);
    }
    return new Case(
        Integer.parseInt(machine.substring(0, colon)),
        Arrays.stream(machine.substring(colon + 1).split("/", -1)).map(CpuSet::parseList).toList(),
        bootLine);
  }

  /// The machine in the form that files have it.
  String machine() {
    return nodes.isEmpty()
        ? Integer.toString(cpus)
        : cpus + ":" + nodes.stream().map(CpuSet::toList).collect(Collectors.joining("/"));
  }

  /// This case on a kernel, to be booted.
  Trial on(Path image) {
    return new Trial(image, cpus, nodes, bootLine);
  }

  /// This case on a kernel, to be predicted.
  PredictionInput on(KernelVersion kernel, KernelConfig config) {
    return PredictionInput.of(kernel, cpus, bootLine).withNodes(nodes).withConfig(config);
  }

  @Override
  public String toString() {
    return "%s CPUs, '%s'".formatted(machine(), bootLine);
  }
}
