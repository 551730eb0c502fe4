package org.isolctl.host.act;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.plan.Change;
import org.isolctl.model.plan.Target;
import org.isolctl.model.plan.TargetText;
import org.isolctl.model.plan.Value;

/// A process that carries out the changes of a file and sends itself signal 9 at a given step:
/// before and after each write to the machine is one.
final class KilledApply implements Machine {
  private final Machine machine = new LiveMachine(Optional.empty());
  private int stepsToLive;

  private KilledApply(int stepsToLive) {
    this.stepsToLive = stepsToLive;
  }

  /// Carries the changes out.
  ///
  /// @param args the folder of the journal, the file of the changes, the steps to live
  public static void main(String[] args) throws IOException {
    var machine = new KilledApply(Integer.parseInt(args[2]));
    var changes = new ArrayList<Change>();
    for (String line : Files.readAllLines(Path.of(args[1]))) {
      var fields = line.split("\t", -1);
      changes.add(
          new Change(
              TargetText.parse(fields[0]),
              Value.parse(fields[1]),
              Value.parse(fields[2]),
              Optional.empty()));
    }
    try (var journal = Journal.open(Path.of(args[0]), machine.bootId())) {
      new Actor(machine, journal).apply(changes, _ -> {});
    }
  }

  @Override
  public String bootId() {
    return machine.bootId();
  }

  @Override
  public CpuSet online() {
    return machine.online();
  }

  @Override
  public CpuSet outsidePartitions() {
    return machine.outsidePartitions();
  }

  @Override
  public List<Look> look(List<Target> targets) {
    return machine.look(targets);
  }

  @Override
  public Look lookAgain(Target target) {
    return machine.lookAgain(target);
  }

  @Override
  public Answer set(Target target, Value value) {
    step();
    var answer = machine.set(target, value);
    step();
    return answer;
  }

  private void step() {
    if (stepsToLive-- > 0) {
      return;
    }
    try {
      var kill = "kill -9 " + ProcessHandle.current().pid();
      new ProcessBuilder("sh", "-c", kill).start();
      Thread.sleep(60_000);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("there is no kill", e);
    }
  }
}
