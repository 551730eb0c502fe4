package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;
import org.isolctl.model.predict.Diagnostic;
import org.isolctl.model.predict.DiagnosticCode;
import org.isolctl.model.predict.Prediction;

/// Words of the boot line that had no effect, and places where the kernel reports something else
/// than its rules say.
public final class BootWords implements Detector {
  /// Dropped, they leave CPUs without the isolation that was asked for.
  private static final Set<String> ISOLATING = Set.of("isolcpus", "nohz_full");

  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    situation.outlook().prediction().ifPresent(prediction -> detect(situation, prediction, found));
  }

  private static void detect(Situation situation, Prediction prediction, Consumer<Finding> found) {
    for (Diagnostic diagnostic : prediction.diagnostics()) {
      if (hadNoEffect(diagnostic)) {
        found.accept(ignored(situation, diagnostic));
      }
    }
    var cpus = situation.machine().cpus();
    differs(cpus.isolated(), prediction.isolated(), found);
    differs(cpus.nohzFull(), prediction.nohzFull(), found);
  }

  private static boolean hadNoEffect(Diagnostic diagnostic) {
    return diagnostic.level() == Diagnostic.Level.ERROR
        || diagnostic.code() == DiagnosticCode.PARAMETER_UNKNOWN
        || diagnostic.code() == DiagnosticCode.PARAMETER_MISSPELLED;
  }

  private static Finding ignored(Situation situation, Diagnostic diagnostic) {
    boolean isolating = ISOLATING.contains(diagnostic.parameter());
    var kernel = situation.machine().kernel();
    var reported =
        diagnostic.parameter().equals("nohz_full")
            ? situation.machine().cpus().nohzFull()
            : situation.machine().cpus().isolated();
    return new Finding(
        FindingCode.BOOT_WORD_IGNORED,
        isolating ? Severity.ERROR : Severity.WARNING,
        new Subject.OfBootWord(diagnostic.parameter(), diagnostic.at().offset()),
        Optional.empty(),
        CpuSet.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        diagnostic.message() + (isolating ? report(reported) : ""),
        diagnostic
            .instead()
            .map(instead -> Remedy.lastingOnly(instead, "a boot word counts at boot only"))
            .orElseGet(() -> Remedy.none("take the word out: it does nothing")),
        isolating
            ? List.of(kernel.bootLine().source(), reported.source())
            : List.of(kernel.bootLine().source()));
  }

  private static String report(Reading<CpuSet> reported) {
    return reported
        .toOptional()
        .map(cpus -> " The kernel reports '" + cpus + "' in " + reported.source() + ".")
        .orElse("");
  }

  private static void differs(Reading<CpuSet> reported, CpuSet predicted, Consumer<Finding> found) {
    reported
        .toOptional()
        .filter(cpus -> !cpus.equals(predicted))
        .ifPresent(cpus ->
            found.accept(
                new Finding(
                    FindingCode.PREDICTION_DIFFERS,
                    Severity.INFO,
                    new Subject.OfSetting(reported.source()),
                    Optional.of(cpus),
                    CpuSet.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    "The kernel reports '"
                        + cpus
                        + "' where the rules for it say '"
                        + predicted
                        + "'.",
                    Remedy.none(
                        "the kernel's word counts: a vendor may have changed it; a report with"
                            + " a capture helps to mend the rules"),
                    List.of(reported.source()))));
  }
}
