package org.isolctl.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.isolctl.host.act.Machine;
import org.isolctl.host.run.Programs;
import org.isolctl.host.vm.CollectorReport;
import org.isolctl.host.vm.Trial;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.plan.Plan;

/// Looks at machines: the seam between the command line and all that lies behind it.
interface Inspector {
  /// Looks at the machine that the options name, and judges it.
  ///
  /// @param watch how long to look at who really runs; empty for one look
  /// @param progress told now and then while that lasts
  /// @throws CommandException when the machine, the capture or the policy file cannot be read
  Inspection inspect(
      MachineOptions options, Depth depth, Optional<Duration> watch, Progress progress);

  /// Reads everything of a machine but its threads.
  ///
  /// @param capture a captured machine, where one is meant
  /// @param root the folder of one, where one is meant
  /// @throws CommandException when it cannot be read
  MachineFacts machine(Optional<Path> capture, Optional<Path> root);

  /// Looks at the machine that the options name, and plans what keeps its isolated CPUs free.
  ///
  /// @throws CommandException when the machine, the capture or the policy file cannot be read
  Plan plan(MachineOptions options, Progress progress);

  /// The settings of this machine, to be changed.
  Machine settings();

  /// The programs of this machine, to be moved.
  ///
  /// @param machine what was read of it
  Programs programs(MachineFacts machine);

  /// Boots a kernel in QEMU and reads the masks that it gives.
  ///
  /// @param progress told now and then how long it has taken
  /// @throws CommandException when QEMU is missing, or the kernel does not come up
  CollectorReport boot(Trial trial, Progress progress);

  /// Writes what an audit reads of this machine into a file.
  ///
  /// @throws CommandException when the file cannot be written
  HostFacts capture(Path target);

  /// Which threads are looked at closely.
  enum Depth {
    /// Those that can reach isolated CPUs: all that a verdict needs.
    REACHING,
    /// All of them.
    ALL
  }
}
