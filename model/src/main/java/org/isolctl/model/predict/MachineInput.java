package org.isolctl.model.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.facts.KernelFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;

/// The input of a prediction, from what was observed of a machine.
public final class MachineInput {
  /// More nodes than any machine has: a higher number in a capture is not believed.
  private static final int MAX_NODES = 1_024;

  private MachineInput() {}

  /// The machine under its own kernel and boot line; empty where one of these, or the possible
  /// CPUs, could not be read.
  public static Optional<PredictionInput> of(MachineFacts machine) {
    var kernel = machine.kernel().release().parse(KernelVersion::parse).toOptional();
    var line = machine.kernel().bootLine().toOptional();
    var possible = machine.cpus().possible().toOptional().filter(cpus -> !cpus.isEmpty());
    return kernel.flatMap(version ->
        line.flatMap(text ->
            possible.map(cpus ->
                new PredictionInput(
                    version,
                    config(machine.kernel(), version),
                    cpus,
                    machine.cpus().present().toOptional(),
                    cpus.first(),
                    nodes(machine.cpus()),
                    cores(machine.cpus()),
                    text,
                    machine.kernel().isolatedMaskSymbol().toOptional().orElse(false)))));
  }

  /// The configuration that was read, or the one that is assumed.
  public static KernelConfig config(KernelFacts kernel, KernelVersion version) {
    return kernel.config() instanceof Reading.Present<?>(var source, _)
        ? KernelConfig.of(kernel.config().toOptional().orElseThrow(), "read from " + source)
        : AssumedConfig.of(version);
  }

  /// The CPUs of each node, by its number; none where one of them could not be read.
  public static List<CpuSet> nodes(CpuFacts cpus) {
    var nodes = new ArrayList<CpuSet>();
    for (var node : cpus.nodes()) {
      var its = node.cpus().toOptional();
      if (its.isEmpty() || node.number() < 0 || node.number() >= MAX_NODES) {
        return List.of();
      }
      while (nodes.size() <= node.number()) {
        nodes.add(CpuSet.empty());
      }
      nodes.set(node.number(), its.get());
    }
    return List.copyOf(nodes);
  }

  /// The CPUs of each core that has several.
  public static List<CpuSet> cores(CpuFacts cpus) {
    return cpus.smtSiblings().stream()
        .flatMap(siblings -> siblings.siblings().toOptional().stream())
        .filter(core -> core.size() > 1)
        .distinct()
        .toList();
  }
}
