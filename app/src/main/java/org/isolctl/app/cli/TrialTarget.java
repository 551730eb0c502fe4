package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.host.vm.KernelFiles;
import org.isolctl.host.vm.KernelImage;
import org.isolctl.host.vm.Trial;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.predict.PredictionInput;

/// What `isolctl try` boots and predicts: the same kernel, machine and line.
///
/// @param remarks sentences on what is not as a reader might expect
record TrialTarget(Trial trial, PredictionInput input, List<String> remarks) {
  /// More CPUs than that make a boot in an emulator a matter of minutes.
  static final int MOST_UNASKED = 16;

  TrialTarget {
    remarks = List.copyOf(remarks);
  }

  /// Puts it together from the options, and where they are silent from this machine.
  ///
  /// @throws CommandException when the options make no sense, or a file cannot be read
  static TrialTarget of(TryCommand options, Inspector inspector) {
    var remarks = new ArrayList<String>();
    var machine = new Machine(inspector);
    int cpus = options.cpus.orElseGet(() -> machine.cpus(remarks));
    if (cpus < 1 || cpus > Trial.MOST_CPUS) {
      throw CommandException.usage(
          "--cpus " + cpus + ": a machine in QEMU has 1 to " + Trial.MOST_CPUS + " CPUs.");
    }
    var nodes = options.nodes.given.map(NodesConverter.Nodes::cpus).orElse(List.of());
    checkNodes(nodes, cpus);
    var image = image(options.kernel.orElseGet(machine::release));
    String line = options.words.isEmpty() ? machine.bootLine() : String.join(" ", options.words);
    var config =
        options
            .kconfig
            .or(() -> KernelFiles.ofThisMachine().config(image))
            .map(KconfigFile::read)
            .orElseGet(() -> AssumedConfig.of(image.version()));
    var input = PredictionInput.of(image.version(), cpus, line).withNodes(nodes).withConfig(config);
    return new TrialTarget(new Trial(image.file(), cpus, nodes, line), input, remarks);
  }

  private static void checkNodes(List<CpuSet> nodes, int cpus) {
    var all = nodes.stream().reduce(CpuSet.empty(), CpuSet::union);
    int sum = nodes.stream().mapToInt(CpuSet::size).sum();
    if (!nodes.isEmpty() && (sum != cpus || !all.equals(CpuSet.range(0, cpus - 1)))) {
      throw CommandException.usage(
          "--nodes must hold each of the CPUs "
              + CpuSet.range(0, cpus - 1)
              + " once; set their number with --cpus.");
    }
  }

  private static KernelImage image(String kernel) {
    try {
      return kernel.contains("/")
          ? KernelImage.of(Path.of(kernel))
          : KernelFiles.ofThisMachine().image(kernel);
    } catch (IOException e) {
      throw CommandException.unfinished(IoReasons.of(e) + ".", e);
    }
  }

  /// This machine, looked at only when it is asked.
  private static final class Machine {
    private final Inspector inspector;
    private Optional<MachineFacts> facts = Optional.empty();

    Machine(Inspector inspector) {
      this.inspector = inspector;
    }

    int cpus(List<String> remarks) {
      int cpus =
          facts()
              .cpus()
              .possible()
              .toOptional()
              .orElseThrow(() -> lacking("how many CPUs it has", "--cpus COUNT"))
              .size();
      if (cpus > MOST_UNASKED) {
        remarks.add(
            "Tried with %d CPUs and not the %d of this machine, which would take long; --cpus sets"
                    .formatted(MOST_UNASKED, cpus)
                + " another number.");
      }
      return Math.min(cpus, MOST_UNASKED);
    }

    String release() {
      return facts()
          .kernel()
          .release()
          .toOptional()
          .orElseThrow(() -> lacking("which kernel it runs", "--kernel FILE"));
    }

    String bootLine() {
      return facts()
          .kernel()
          .bootLine()
          .toOptional()
          .orElseThrow(() -> lacking("its boot line", "the line after --"));
    }

    private MachineFacts facts() {
      if (facts.isEmpty()) {
        facts = Optional.of(inspector.machine(Optional.empty(), Optional.empty()));
      }
      return facts.get();
    }

    private static CommandException lacking(String what, String instead) {
      return CommandException.unfinished(
          "this machine does not show " + what + "; give " + instead + " instead.");
    }
  }
}
