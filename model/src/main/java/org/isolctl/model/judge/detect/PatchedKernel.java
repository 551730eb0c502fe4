package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.predict.Prediction;
import org.isolctl.model.rules.PatchRules;
import org.isolctl.model.thread.ThreadClass;

/// A kernel that keeps its threads off the CPUs of `isolcpus=` although its version does not. The
/// kernel's symbols tell for sure; where they cannot be seen, the mask of kthreadd is only a hint,
/// as anybody may have set it since boot.
public final class PatchedKernel implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    situation
        .outlook()
        .prediction()
        .filter(known -> PatchRules.DEFAULT_MASK.holdsIn(known.kernel()))
        .filter(known -> !known.isolated().isEmpty())
        .ifPresent(known -> {
          var symbol = situation.machine().kernel().isolatedMaskSymbol();
          if (symbol instanceof Reading.Present<Boolean>(var source, var isThere)) {
            if (isThere) {
              found.accept(certain(situation, known, source));
            }
          } else {
            situation
                .maskOf(2)
                .filter(mask -> isUnlikeTheRules(mask, known))
                .ifPresent(mask -> found.accept(hinted(situation, known, mask)));
          }
        });
  }

  private static boolean isUnlikeTheRules(CpuSet kthreadd, Prediction unpatched) {
    return !kthreadd.intersects(unpatched.isolated())
        && unpatched
            .maskOf(ThreadClass.KTHREADD)
            .filter(given -> given.intersects(unpatched.isolated()))
            .isPresent();
  }

  private static Finding certain(Situation situation, Prediction known, String source) {
    return finding(
        situation.maskOf(2).map(situation::cut),
        known.isolated(),
        "This kernel has __cpu_isolated_mask: it was built with isolctl's isolate-kthreads.cocci,"
            + " and gives new kernel threads "
            + known.maskOf(ThreadClass.KTHREAD).map(CpuSet::toList).orElse("their CPUs")
            + " by itself.",
        "there is nothing to mend: the kernel does it at every boot",
        List.of(source));
  }

  private static Finding hinted(Situation situation, Prediction known, CpuSet mask) {
    return finding(
        Optional.of(situation.cut(mask)),
        known.isolated(),
        "kthreadd's mask leaves out "
            + known.isolated()
            + "; this kernel does not do that by itself: it carries a patch such as isolctl's, or"
            + " somebody set the mask since boot.",
        "there is nothing to mend; grep __cpu_isolated_mask /proc/kallsyms tells which it is",
        List.of("sched_getaffinity 2"));
  }

  private static Finding finding(
      Optional<CpuSet> mask,
      CpuSet isolated,
      String because,
      String otherwise,
      List<String> readings) {
    return new Finding(
        FindingCode.KERNEL_PATCHED,
        Severity.INFO,
        new Subject.OfSetting("kthreadd"),
        mask,
        isolated,
        Optional.empty(),
        Optional.empty(),
        false,
        because,
        Remedy.none(otherwise),
        readings);
  }
}
