package org.isolctl.model.judge.detect;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.SeenThread;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.thread.ThreadClass;

/// Isolated CPUs that run their own RCU callbacks. An offloaded CPU has a thread `rcuop/N` (or
/// `rcuos/N` without preemption) that runs them elsewhere.
public final class RcuCallbacks implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    if (situation.facts().threads().hidden() || situation.facts().threads().kernel() == 0) {
      return;
    }
    var own = situation.isolated().minus(offloaded(situation));
    if (own.isEmpty()) {
      return;
    }
    found.accept(
        new Finding(
            FindingCode.RCU_NOT_OFFLOADED,
            Severity.WARNING,
            new Subject.OfCpus(own),
            Optional.empty(),
            own,
            Optional.empty(),
            Optional.empty(),
            false,
            "CPU " + own + " runs its RCU callbacks itself: no rcuo thread does it elsewhere.",
            Remedy.lastingOnly(
                "rcu_nocbs=" + own + " on the boot line (nohz_full= implies it)",
                "user space cannot offload the callbacks of a running CPU"),
            List.of("/proc/2/task", "the names of kernel threads")));
  }

  private static CpuSet offloaded(Situation situation) {
    var cpus = new BitSet();
    for (SeenThread thread : situation.threads()) {
      if (thread.threadClass() == ThreadClass.RCUO) {
        var comm = thread.comm();
        if ((comm.startsWith("rcuop/") || comm.startsWith("rcuos/")) && comm.length() < 12) {
          var number = comm.substring(6);
          if (!number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            cpus.set(Integer.parseInt(number));
          }
        }
      }
    }
    return CpuSet.ofWords(cpus.toLongArray());
  }
}
