package org.isolctl.model.judge.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.SeenThread;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// Several threads of one process, or several runnable ones, confined to the same two or more
/// isolated CPUs: outside the scheduler domains nothing spreads them, so they queue on one.
public final class PileUps implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    var byProcess = new LinkedHashMap<String, List<SeenThread>>();
    var runnable = new LinkedHashMap<CpuSet, List<SeenThread>>();
    for (SeenThread thread : situation.threads()) {
      var mask = thread.mask();
      if (mask.size() > 1
          && mask.isSubsetOf(situation.outsideDomains())
          && !thread.isKernelThread()) {
        byProcess.computeIfAbsent(thread.tgid() + " " + mask, _ -> new ArrayList<>()).add(thread);
        if (thread.state() == 'R') {
          runnable.computeIfAbsent(mask, _ -> new ArrayList<>()).add(thread);
        }
      }
    }
    byProcess.values().stream()
        .filter(group -> group.size() > 1)
        .forEach(group -> found.accept(finding(situation, group, "threads of one process")));
    for (Map.Entry<CpuSet, List<SeenThread>> entry : runnable.entrySet()) {
      boolean severalProcesses =
          entry.getValue().stream().map(one -> one.tgid()).distinct().count() > 1;
      if (severalProcesses) {
        found.accept(finding(situation, entry.getValue(), "runnable threads"));
      }
    }
  }

  private static Finding finding(Situation situation, List<SeenThread> group, String what) {
    var first = group.getFirst();
    var lastCpus = CpuSet.of(group.stream().flatMapToInt(one -> one.lastCpu().stream()).toArray());
    return new Finding(
        FindingCode.PILE_UP,
        Severity.WARNING,
        new Subject.OfProcess(
            first.tgid(), first.comm(), group.stream().map(one -> one.tid()).toList()),
        Optional.of(situation.cut(first.mask())),
        situation.reach(first.mask()),
        Optional.of(Grade.DID_RUN),
        Optional.of(Cause.NO_BALANCING),
        true,
        group.size()
            + " "
            + what
            + " share CPUs "
            + first.mask()
            + ", where nothing balances them; they last ran on CPU "
            + lastCpus
            + ".",
        Remedy.of(
            "give each thread one CPU of its own: taskset -p -c CPU TID",
            "pin each thread in the application, or use a cgroup partition of type root, where the"
                + " scheduler balances"),
        group.stream().map(one -> one.readings().getLast()).toList());
  }
}
