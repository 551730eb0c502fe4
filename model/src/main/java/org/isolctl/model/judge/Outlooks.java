package org.isolctl.model.judge;

import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.kernel.AssumedConfig;
import org.isolctl.model.kernel.KernelConfig;
import org.isolctl.model.kernel.KernelVersion;
import org.isolctl.model.predict.Fix;
import org.isolctl.model.predict.PredictionInput;
import org.isolctl.model.predict.Predictor;
import org.isolctl.model.rules.ParameterRules;
import org.isolctl.model.thread.ThreadClass;

/// Asks the rules what a machine's kernel does by itself.
public final class Outlooks {
  private static final int BOOT_CPU = 0;

  private Outlooks() {}

  /// What the kernel of a machine does, as far as its release, its CPUs and its boot line are
  /// known.
  ///
  /// @param isolated the CPUs that are to be kept free
  public static KernelOutlook of(MachineFacts machine, IsolatedCpus isolated) {
    var version = machine.kernel().release().parse(KernelVersion::parse).toOptional();
    var possible = machine.cpus().possible().toOptional();
    var bootLine = machine.kernel().bootLine().toOptional();
    if (version.isEmpty()
        || possible.isEmpty()
        || bootLine.isEmpty()
        || !possible.get().contains(BOOT_CPU)) {
      return KernelOutlook.UNKNOWN;
    }
    var input = input(machine, version.get(), possible.get(), bootLine.get());
    var wanted = wanted(machine, isolated, possible.get());
    return new KernelOutlook(
        Optional.of(Predictor.predict(input)),
        ParameterRules.USER_MASK_KEPT.holdsIn(version.get()),
        wanted.isEmpty() ? Optional.empty() : Optional.of(forKthreads(input, wanted)),
        wanted.isEmpty() ? Optional.empty() : Optional.of(forWorkqueues(input, wanted)));
  }

  private static PredictionInput input(
      MachineFacts machine, KernelVersion version, CpuSet possible, String bootLine) {
    KernelConfig config =
        machine.kernel().config() instanceof Reading.Present<Map<String, String>> read
            ? KernelConfig.of(read.value(), read.source())
            : AssumedConfig.of(version);
    var nodes =
        machine.cpus().nodes().stream().flatMap(node -> node.cpus().toOptional().stream()).toList();
    var siblings =
        machine.cpus().smtSiblings().stream()
            .flatMap(core -> core.siblings().toOptional().stream())
            .distinct()
            .toList();
    return new PredictionInput(
        version,
        config,
        possible,
        machine.cpus().present().toOptional(),
        BOOT_CPU,
        nodes,
        siblings,
        bootLine);
  }

  /// The isolated CPUs; where none is, the highest, as an example. The boot CPU never is a good
  /// choice.
  private static CpuSet wanted(MachineFacts machine, IsolatedCpus isolated, CpuSet possible) {
    var all = isolated.all().intersect(possible);
    var online = machine.cpus().online().toOptional().orElse(CpuSet.empty());
    var wanted = all.isEmpty() && online.size() > 1 ? CpuSet.of(online.last()) : all;
    return wanted.minus(CpuSet.of(BOOT_CPU));
  }

  private static String forKthreads(PredictionInput input, CpuSet wanted) {
    var fix = Fix.of(input.withBootLine(""), wanted);
    return fix.remaining().contains(ThreadClass.KTHREAD.label())
        ? "nothing does on this kernel: from 5.9 on nohz_full= keeps kernel threads away, from 7.0"
            + " on isolcpus= does"
        : bootWords(fix);
  }

  private static String forWorkqueues(PredictionInput input, CpuSet wanted) {
    var fix = Fix.of(input.withBootLine(""), wanted);
    return fix.remaining().contains(ThreadClass.UNBOUND_KWORKER.label())
        ? "nothing does on this kernel: from 4.15 on isolcpus= keeps unbound workqueues away"
        : bootWords(fix);
  }

  private static String bootWords(Fix fix) {
    return "boot with " + fix.bootLine();
  }
}
