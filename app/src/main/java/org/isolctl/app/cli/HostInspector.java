package org.isolctl.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.isolctl.app.policy.PolicyFileException;
import org.isolctl.host.Host;
import org.isolctl.host.Observer;
import org.isolctl.host.act.LiveMachine;
import org.isolctl.host.act.Machine;
import org.isolctl.host.run.LivePrograms;
import org.isolctl.host.run.Programs;
import org.isolctl.host.vm.Booter;
import org.isolctl.host.vm.CollectorReport;
import org.isolctl.host.vm.Trial;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.facts.WatchFacts;
import org.isolctl.model.judge.Auditor;
import org.isolctl.model.judge.IsolatedCpus;
import org.isolctl.model.judge.Isolation;
import org.isolctl.model.judge.Outlooks;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.plan.Planner;
import org.isolctl.model.policy.Policy;

/// Looks at real machines and captures, through the host.
final class HostInspector implements Inspector {
  @Override
  public Inspection inspect(
      MachineOptions options, Depth depth, Optional<Duration> watch, Progress progress) {
    Policy policy = policy(options);
    Host host = open(options.capture, options.root);
    var look = host.observer();
    MachineFacts bare = look.bareMachine();
    var isolated = Isolation.of(bare, options.isolation.cpus(policy));
    CpuSet cpus = isolated.all();
    Optional<WatchFacts> watched =
        watch.filter(_ -> !cpus.isEmpty()).map(time -> look.watch(cpus, time, progress::watching));
    var interest = interest(bare, cpus, depth);
    var counted = interest.isEmpty() ? look.count() : Optional.<ThreadCensus>empty();
    if (counted.isPresent()) {
      return judged(bare, counted.get(), watched, isolated, policy);
    }
    // Listed anew after a watch: a thread that was born meanwhile is in the list then.
    var second = watched.isPresent() ? host.observer() : look;
    var census = threads(second, interest, policy);
    return judged(second.withServices(bare), census, watched, isolated, policy);
  }

  private static Inspection judged(
      MachineFacts machine,
      ThreadCensus census,
      Optional<WatchFacts> watched,
      IsolatedCpus isolated,
      Policy policy) {
    var facts = new HostFacts(machine, census, watched);
    return new Inspection(
        facts, Auditor.audit(facts, isolated, policy, Outlooks.of(machine, isolated)));
  }

  @Override
  public MachineFacts machine(Optional<Path> capture, Optional<Path> root) {
    return open(capture, root).observer().bareMachine();
  }

  @Override
  public Plan plan(MachineOptions options, Progress progress) {
    var seen = inspect(options, Depth.REACHING, Optional.empty(), progress);
    var outlook = Outlooks.of(seen.facts().machine(), seen.audit().isolated());
    return Planner.plan(seen.facts(), seen.audit(), policy(options), outlook);
  }

  @Override
  public Machine settings() {
    var root = Host.live().observer().bareMachine().cgroups().version2Root();
    return new LiveMachine(root.toOptional());
  }

  @Override
  public Programs programs(MachineFacts machine) {
    return new LivePrograms(machine.cgroups().version2Root().toOptional());
  }

  @Override
  public CollectorReport boot(Trial trial, Progress progress) {
    try {
      return Booter.ofThisMachine().boot(trial, progress::booting);
    } catch (IOException e) {
      throw CommandException.unfinished(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.unfinished("interrupted before the kernel was up.", e);
    }
  }

  @Override
  public HostFacts capture(Path target) {
    try {
      return Host.live().writeCapture(target);
    } catch (IOException e) {
      throw CommandException.unfinished(
          "cannot write the capture " + target + ": " + IoReasons.of(e) + ".", e);
    }
  }

  private static CpuSet interest(MachineFacts machine, CpuSet isolated, Depth depth) {
    return switch (depth) {
      case REACHING -> isolated;
      case ALL -> machine.cpus().possible().toOptional().orElse(isolated).union(isolated);
    };
  }

  private static ThreadCensus threads(Observer look, CpuSet interest, Policy policy) {
    boolean byCgroup =
        policy.exceptions().stream().anyMatch(exception -> exception.cgroup().isPresent());
    return byCgroup ? look.threadsWithCgroups(interest) : look.threads(interest);
  }

  private static Policy policy(MachineOptions options) {
    try {
      return options.isolation.read();
    } catch (PolicyFileException e) {
      throw CommandException.usage(String.valueOf(e.getMessage()));
    }
  }

  private static Host open(Optional<Path> capture, Optional<Path> root) {
    try {
      if (capture.isPresent()) {
        return Host.capture(capture.get());
      }
      return root.isPresent() ? Host.root(root.get()) : Host.live();
    } catch (IOException e) {
      throw CommandException.unfinished("cannot read " + IoReasons.of(e) + ".", e);
    } catch (UnsupportedOperationException e) {
      throw CommandException.unfinished(String.valueOf(e.getMessage()) + ".", e);
    }
  }
}
