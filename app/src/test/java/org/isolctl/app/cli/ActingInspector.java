package org.isolctl.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.app.render.Audits;
import org.isolctl.host.act.Answer;
import org.isolctl.host.act.Look;
import org.isolctl.host.act.Machine;
import org.isolctl.host.run.Programs;
import org.isolctl.host.vm.CollectorReport;
import org.isolctl.host.vm.Trial;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// Has a plan ready, and a machine of a few settings in memory.
record ActingInspector(Plan plan, Map<Target, Value> values) implements Inspector, Machine {
  @Override
  public Inspection inspect(
      MachineOptions options, Depth depth, Optional<Duration> watch, Progress progress) {
    return new Inspection(MachineSketch.facts(), Audits.intact());
  }

  @Override
  public MachineFacts machine(Optional<Path> capture, Optional<Path> root) {
    return MachineSketch.facts().machine();
  }

  @Override
  public Plan plan(MachineOptions options, Progress progress) {
    return plan;
  }

  @Override
  public Machine settings() {
    return this;
  }

  @Override
  public HostFacts capture(Path target) {
    throw new AssertionError("nobody was to write a capture");
  }

  @Override
  public String bootId() {
    return "boot";
  }

  @Override
  public CpuSet online() {
    return CpuSet.range(0, 3);
  }

  @Override
  public CpuSet outsidePartitions() {
    return online();
  }

  @Override
  public List<Look> look(List<Target> targets) {
    return targets.stream().map(this::lookAgain).toList();
  }

  @Override
  public Look lookAgain(Target target) {
    return Optional.ofNullable(values.get(target)).map(Look::holds).orElseGet(Look.Gone::new);
  }

  @Override
  public Answer set(Target target, Value value) {
    values.put(target, value);
    return new Answer.Done();
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
