package org.isolctl.model.predict;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;

/// A kernel, a machine and a boot line.
///
/// @param possible the possible CPUs before the boot line limits them; at least one
/// @param present the CPUs that are there; absent where all possible ones are
/// @param bootCpu the CPU that starts the others
/// @param nodes the CPUs of each NUMA node, by node number; empty for one node with all CPUs
/// @param smtSiblings the CPUs of each core; empty where it is not known
/// @param patched whether the kernel was built with kernel/isolate-kthreads.cocci
public record PredictionInput(
    KernelVersion kernel,
    KernelConfig config,
    CpuSet possible,
    Optional<CpuSet> present,
    int bootCpu,
    List<CpuSet> nodes,
    List<CpuSet> smtSiblings,
    String bootLine,
    boolean patched) {
  public PredictionInput {
    nodes = List.copyOf(nodes);
    smtSiblings = List.copyOf(smtSiblings);
    if (!possible.contains(bootCpu)) {
      throw new IllegalArgumentException(
          "the boot CPU " + bootCpu + " is not one of the possible CPUs, '" + possible + "'");
    }
  }

  /// A machine with one node, all CPUs present, CPU 0 as boot CPU, and the configuration that is
  /// assumed of the kernel.
  ///
  /// @param cpus how many CPUs, at least 1
  public static PredictionInput of(KernelVersion kernel, int cpus, String bootLine) {
    return new PredictionInput(
        kernel,
        AssumedConfig.of(kernel),
        CpuSet.range(0, cpus - 1),
        Optional.empty(),
        0,
        List.of(),
        List.of(),
        bootLine,
        false);
  }

  public PredictionInput withConfig(KernelConfig other) {
    return new PredictionInput(
        kernel, other, possible, present, bootCpu, nodes, smtSiblings, bootLine, patched);
  }

  public PredictionInput withPresent(CpuSet other) {
    return new PredictionInput(
        kernel,
        config,
        possible,
        Optional.of(other),
        bootCpu,
        nodes,
        smtSiblings,
        bootLine,
        patched);
  }

  public PredictionInput withNodes(List<CpuSet> other) {
    return new PredictionInput(
        kernel, config, possible, present, bootCpu, other, smtSiblings, bootLine, patched);
  }

  public PredictionInput withSmtSiblings(List<CpuSet> other) {
    return new PredictionInput(
        kernel, config, possible, present, bootCpu, nodes, other, bootLine, patched);
  }

  public PredictionInput withBootLine(String other) {
    return new PredictionInput(
        kernel, config, possible, present, bootCpu, nodes, smtSiblings, other, patched);
  }

  /// The same on a kernel that was built with kernel/isolate-kthreads.cocci.
  public PredictionInput withPatched() {
    return new PredictionInput(
        kernel, config, possible, present, bootCpu, nodes, smtSiblings, bootLine, true);
  }
}
