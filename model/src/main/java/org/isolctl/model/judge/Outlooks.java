package org.isolctl.model.judge;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.predict.Fix;
import org.isolctl.model.predict.MachineInput;
import org.isolctl.model.predict.PredictionInput;
import org.isolctl.model.predict.Predictor;
import org.isolctl.model.rules.ParameterRules;
import org.isolctl.model.thread.ThreadClass;

/// Asks the rules what a machine's kernel does by itself.
public final class Outlooks {
  private Outlooks() {}

  /// What the kernel of a machine does, as far as its release, its CPUs and its boot line are
  /// known.
  ///
  /// @param isolated the CPUs that are to be kept free
  public static KernelOutlook of(MachineFacts machine, IsolatedCpus isolated) {
    return MachineInput.of(machine)
        .map(input -> outlook(input, wanted(machine, isolated, input)))
        .orElse(KernelOutlook.UNKNOWN);
  }

  private static KernelOutlook outlook(PredictionInput input, CpuSet wanted) {
    var fix =
        wanted.isEmpty()
            ? Optional.<Fix>empty()
            : Optional.of(Fix.of(input.withBootLine(""), wanted));
    return new KernelOutlook(
        Optional.of(Predictor.predict(input)),
        ParameterRules.USER_MASK_KEPT.holdsIn(input.kernel()),
        fix.map(Fix::bootLine),
        fix.map(it -> Lasting.of(it, ThreadClass.KTHREAD, input)),
        fix.map(it -> Lasting.of(it, ThreadClass.NODE_KTHREAD, input)),
        fix.map(it -> Lasting.of(it, ThreadClass.UNBOUND_KWORKER, input)));
  }

  /// The isolated CPUs; where none is, the highest, as an example. The boot CPU never is a good
  /// choice.
  private static CpuSet wanted(MachineFacts machine, IsolatedCpus isolated, PredictionInput input) {
    var all = isolated.all().intersect(input.possible());
    var online = machine.cpus().online().toOptional().orElse(CpuSet.empty());
    var wanted = all.isEmpty() && online.size() > 1 ? CpuSet.of(online.last()) : all;
    return wanted.minus(CpuSet.of(input.bootCpu()));
  }
}
