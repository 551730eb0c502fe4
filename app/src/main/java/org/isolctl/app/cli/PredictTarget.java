package org.isolctl.app.cli;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.predict.MachineInput;
import org.isolctl.model.predict.PredictionInput;

/// Puts the input of a prediction together: from the options, and where they are silent from the
/// machine, which is looked at only then.
final class PredictTarget {
  private final PredictOptions options;
  private final Inspector inspector;
  private Optional<MachineFacts> machine = Optional.empty();

  PredictTarget(PredictOptions options, Inspector inspector) {
    this.options = options;
    this.inspector = inspector;
  }

  /// The kernel that the options name, or that of the machine.
  KernelVersion kernel() {
    return options.kernel.orElseGet(
        () -> needed(machine().kernel().release().parse(KernelVersion::parse), "--kernel RELEASE"));
  }

  /// The boot line of the machine.
  String bootLine() {
    return needed(machine().kernel().bootLine(), "the line after --");
  }

  /// The input for one kernel and line.
  PredictionInput input(KernelVersion kernel, String bootLine) {
    CpuSet possible;
    Optional<CpuSet> present = Optional.empty();
    List<CpuSet> nodes = List.of();
    List<CpuSet> cores = List.of();
    if (options.cpus.isPresent()) {
      possible = CpuSet.range(0, options.cpus.get() - 1);
    } else {
      var cpus = machine().cpus();
      possible = needed(cpus.possible(), "--cpus COUNT");
      present = cpus.present().toOptional();
      nodes = MachineInput.nodes(cpus);
      cores = MachineInput.cores(cpus);
    }
    if (options.nodes.given.isPresent()) {
      nodes = options.nodes.given.get().cpus();
    }
    if (possible.isEmpty()) {
      throw CommandException.usage("this machine shows no CPU; say how many with --cpus COUNT.");
    }
    return new PredictionInput(
        kernel,
        config(kernel),
        possible,
        present,
        possible.first(),
        nodes,
        cores,
        bootLine,
        options.patched);
  }

  private KernelConfig config(KernelVersion kernel) {
    if (options.kconfig.isPresent()) {
      return KconfigFile.read(options.kconfig.get());
    }
    boolean ofMachine = machine.isPresent() && kernel.release().equals(release(machine.get()));
    return ofMachine
        ? MachineInput.config(machine.get().kernel(), kernel)
        : AssumedConfig.of(kernel);
  }

  private static String release(MachineFacts machine) {
    return machine.kernel().release().toOptional().orElse("");
  }

  private MachineFacts machine() {
    if (machine.isEmpty()) {
      machine = Optional.of(inspector.machine(options.capture, options.root));
    }
    return machine.get();
  }

  private static <T> T needed(Reading<T> reading, String instead) {
    return switch (reading) {
      case Reading.Present<T>(_, var value) -> value;
      case Reading.Absent<T>(var source) ->
          throw CommandException.unfinished(
              source + " is not there; give " + instead + " instead.");
      case Reading.Denied<T>(var source, var needs) ->
          throw CommandException.unfinished(
              source + " may not be read (needs " + needs + "); give " + instead + " instead.");
      case Reading.Malformed<T>(var source, var problem) ->
          throw CommandException.unfinished(
              source + ": " + problem + "; give " + instead + " instead.");
    };
  }
}
