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
import org.isolctl.model.judge.Audit;
import org.isolctl.model.plan.Plan;

/// Has an audit ready instead of looking at a machine.
record FakeInspector(Look look) implements Inspector {
  /// What is done instead.
  interface Look {
    Audit audit(MachineOptions options, Optional<Duration> watch, Progress progress);
  }

  @Override
  public Inspection inspect(
      MachineOptions options, Depth depth, Optional<Duration> watch, Progress progress) {
    return new Inspection(MachineSketch.facts(), look.audit(options, watch, progress));
  }

  @Override
  public MachineFacts machine(Optional<Path> capture, Optional<Path> root) {
    return MachineSketch.facts().machine();
  }

  @Override
  public Plan plan(MachineOptions options, Progress progress) {
    throw new AssertionError("nobody was to plan");
  }

  @Override
  public Machine settings() {
    throw new AssertionError("nobody was to change a machine");
  }

  @Override
  public HostFacts capture(Path target) {
    throw new AssertionError("nobody was to write a capture");
  }

  @Override
  public Programs programs(MachineFacts machine) {
    throw new AssertionError("nobody was to move a program");
  }

  @Override
  public CollectorReport boot(Trial trial, Progress progress) {
    throw new AssertionError("nobody was to boot a kernel");
  }
}
