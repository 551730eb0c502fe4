package org.isolctl.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.isolctl.host.act.Machine;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.run.Programs;
import org.isolctl.host.vm.CollectorReport;
import org.isolctl.host.vm.Trial;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.plan.Plan;
import org.isolctl.model.run.SchedulingPolicy;

/// A machine with `isolcpus=2-3` and one process, 10 with the threads 10 and 11, whose programs
/// write down what is done with them.
final class RunInspector implements Inspector, Programs {
  private final List<String> deeds;
  private final TreeMap<Integer, CpuSet> masks = new TreeMap<>();
  private Errno becoming = new Errno(Errno.ENOENT);
  private Optional<Errno> refusal = Optional.empty();

  RunInspector(List<String> deeds) {
    this.deeds = deeds;
    masks.put(10, CpuSet.range(0, 1));
    masks.put(11, CpuSet.range(0, 1));
  }

  void becoming(int errno) {
    becoming = new Errno(errno);
  }

  void refusing(int errno) {
    refusal = Optional.of(new Errno(errno));
  }

  @Override
  public MachineFacts machine(Optional<Path> capture, Optional<Path> root) {
    var sketch = MachineSketch.facts().machine();
    var cpus = sketch.cpus();
    return new MachineFacts(
        sketch.kernel(),
        new CpuFacts(
            cpus.possible(),
            cpus.present(),
            cpus.online(),
            Reading.present("/sys/devices/system/cpu/isolated", CpuSet.range(2, 3)),
            cpus.nohzFull(),
            cpus.smtSiblings(),
            cpus.nodes(),
            cpus.caches()),
        sketch.cgroups(),
        sketch.workqueues(),
        sketch.irqs(),
        sketch.network(),
        sketch.watchdog(),
        sketch.services());
  }

  @Override
  public Programs programs(MachineFacts machine) {
    return this;
  }

  @Override
  public Reading<SortedMap<Integer, CpuSet>> threads(int pid) {
    return Reading.present("/proc/" + pid + "/task", new TreeMap<>(masks));
  }

  @Override
  public Reading<String> name(int pid) {
    return pid == 10 ? Reading.present("stat", "app") : Reading.absent("stat");
  }

  @Override
  public Reading<Long> started(int pid) {
    return Reading.absent("stat");
  }

  @Override
  public Reading<String> group(int pid) {
    return Reading.absent("cgroup");
  }

  @Override
  public AffinityResult setMask(int tid, CpuSet mask) {
    if (refusal.isPresent()) {
      return new AffinityResult.Refused(refusal.get());
    }
    deeds.add("mask " + tid + " " + mask);
    if (tid != 0) {
      masks.put(tid, mask);
    }
    return new AffinityResult.Mask(mask);
  }

  @Override
  public Optional<Errno> setPolicy(int tid, SchedulingPolicy policy) {
    deeds.add("policy " + tid + " " + policy);
    return Optional.empty();
  }

  @Override
  public Optional<Errno> join(int pid, String group) {
    deeds.add("join " + pid + " " + group);
    return Optional.empty();
  }

  @Override
  public boolean startBeside(List<String> words) {
    deeds.add("beside " + String.join(" ", words));
    return true;
  }

  @Override
  public Errno become(List<String> command) {
    deeds.add("become " + String.join(" ", command));
    return becoming;
  }

  @Override
  public boolean isStillIsolctl(int pid) {
    return false;
  }

  @Override
  public Inspection inspect(
      MachineOptions options, Depth depth, Optional<Duration> watch, Progress progress) {
    throw new AssertionError("nobody was to judge a machine");
  }

  @Override
  public Plan plan(MachineOptions options, Progress progress) {
    throw new AssertionError("nobody was to plan");
  }

  @Override
  public Machine settings() {
    throw new AssertionError("nobody was to change settings");
  }

  @Override
  public HostFacts capture(Path target) {
    throw new AssertionError("nobody was to write a capture");
  }

  @Override
  public CollectorReport boot(Trial trial, Progress progress) {
    throw new AssertionError("nobody was to boot a kernel");
  }
}
