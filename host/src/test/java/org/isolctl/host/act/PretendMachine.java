package org.isolctl.host.act;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.Value;

/// Settings in memory, which can refuse, bend and die like real ones.
final class PretendMachine implements Machine {
  String bootId = "b0";
  CpuSet online = CpuSet.parseList("0-3");

  /// What a partition takes, once a target holds the word `isolated`.
  CpuSet partition = CpuSet.parseList("2-3");

  final Map<Target, Value> held = new LinkedHashMap<>();
  final Map<Target, Answer> answers = new HashMap<>();
  final Map<Target, Value> bends = new HashMap<>();
  final Map<Target, CpuSet> inEffect = new HashMap<>();

  /// What else changes when a target is set.
  final Map<Target, Map<Target, Value>> consequences = new HashMap<>();

  int writes;

  /// Where the process is killed: before and after each write is a step.
  int stepsToLive = Integer.MAX_VALUE;

  PretendMachine hold(Target target, String value) {
    held.put(target, Value.parse(value));
    return this;
  }

  String value(Target target) {
    return Optional.ofNullable(held.get(target)).map(Value::text).orElse("gone");
  }

  @Override
  public String bootId() {
    return bootId;
  }

  @Override
  public CpuSet online() {
    return online;
  }

  @Override
  public CpuSet outsidePartitions() {
    return held.values().stream().anyMatch(Value.of("isolated")::equals)
        ? online.minus(partition)
        : online;
  }

  @Override
  public List<Look> look(List<Target> targets) {
    return targets.stream().map(this::lookAgain).toList();
  }

  @Override
  public Look lookAgain(Target target) {
    return Optional.ofNullable(held.get(target))
        .<Look>map(value -> new Look.Holds(value, Optional.ofNullable(inEffect.get(target))))
        .orElseGet(Look.Gone::new);
  }

  @Override
  public Answer set(Target target, Value value) {
    step();
    if (answers.containsKey(target)) {
      return answers.get(target);
    }
    if (!held.containsKey(target)) {
      return new Answer.Gone();
    }
    writes++;
    held.put(target, bends.getOrDefault(target, value));
    Optional.ofNullable(consequences.get(target)).ifPresent(held::putAll);
    step();
    return new Answer.Done();
  }

  private void step() {
    if (stepsToLive-- == 0) {
      throw new Killed();
    }
  }

  /// Stands for a `kill -9`.
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
