package org.isolctl.host.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.isolctl.host.linux.AffinityResult;
import org.isolctl.host.linux.Errno;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.run.SchedulingPolicy;

/// One process, 10, with its threads in memory.
final class PretendPrograms implements Programs {
  private final TreeMap<Integer, CpuSet> masks = new TreeMap<>();
  private final Map<Integer, Map<Integer, CpuSet>> births = new HashMap<>();
  private final Map<Integer, Errno> refusals = new HashMap<>();
  private final List<String> policies = new ArrayList<>();
  private Optional<Errno> noPolicies = Optional.empty();
  private Optional<CpuSet> cpuset = Optional.empty();

  PretendPrograms thread(int tid, CpuSet mask) {
    masks.put(tid, mask);
    return this;
  }

  /// A thread that comes into being just when another is moved.
  PretendPrograms bornWhileMoving(int maker, int tid, CpuSet mask) {
    births.put(maker, Map.of(tid, mask));
    return this;
  }

  PretendPrograms refusing(int tid, int errno) {
    refusals.put(tid, new Errno(errno));
    return this;
  }

  PretendPrograms refusingPolicies(int errno) {
    noPolicies = Optional.of(new Errno(errno));
    return this;
  }

  PretendPrograms confined(CpuSet cpus) {
    cpuset = Optional.of(cpus);
    return this;
  }

  SortedMap<Integer, CpuSet> masks() {
    return masks;
  }

  List<String> policies() {
    return policies;
  }

  @Override
  public Reading<SortedMap<Integer, CpuSet>> threads(int pid) {
    return pid == 10
        ? Reading.present("/proc/10/task", new TreeMap<>(masks))
        : Reading.absent("/proc/" + pid + "/task");
  }

  @Override
  public Reading<String> name(int pid) {
    return Reading.present("stat", "app");
  }

  @Override
  public Reading<Long> started(int pid) {
    return masks.isEmpty() ? Reading.absent("stat") : Reading.present("stat", 1L);
  }

  @Override
  public Reading<String> group(int pid) {
    return Reading.absent("cgroup");
  }

  @Override
  public AffinityResult setMask(int tid, CpuSet mask) {
    Optional.ofNullable(births.remove(tid)).ifPresent(masks::putAll);
    var refusal = Optional.ofNullable(refusals.get(tid));
    if (refusal.isPresent()) {
      return new AffinityResult.Refused(refusal.get());
    }
    masks.put(tid, cpuset.map(mask::intersect).orElse(mask));
    return new AffinityResult.Mask(masks.get(tid));
  }

  @Override
  public Optional<Errno> setPolicy(int tid, SchedulingPolicy policy) {
    policies.add(tid + " " + policy);
    return noPolicies;
  }

  @Override
  public Optional<Errno> join(int pid, String group) {
    return Optional.empty();
  }

  @Override
  public boolean startBeside(List<String> words) {
    return false;
  }

  @Override
  public Errno become(List<String> command) {
    return new Errno(Errno.ENOENT);
  }

  @Override
  public boolean isStillIsolctl(int pid) {
    return false;
  }
}
