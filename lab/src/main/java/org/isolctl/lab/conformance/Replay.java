package org.isolctl.lab.conformance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.isolctl.model.measure.Conformity;
import org.isolctl.model.measure.KnownGap;
import org.isolctl.model.measure.Row;
import org.isolctl.model.predict.DiagnosticCode;
import org.isolctl.model.predict.Predictor;

/// Evidence held against predictions.
///
/// @param differences one sentence for each mask that differs and is not known to
/// @param shown the known gaps that some evidence shows
/// @param masks how many masks were compared
public record Replay(List<String> differences, Set<KnownGap> shown, int masks) {
  public Replay {
    differences = List.copyOf(differences);
    shown = Set.copyOf(shown);
  }

  /// Predicts everything that was observed.
  public static Replay of(List<Evidence> all) {
    var differences = new ArrayList<String>();
    var shown = new LinkedHashSet<KnownGap>();
    int masks = 0;
    for (var evidence : all) {
      for (var observed : evidence.observed()) {
        String where = evidence.kernel() + ", " + observed.of() + ": ";
        var prediction = Predictor.predict(observed.of().on(evidence.kernel(), evidence.config()));
        boolean dies =
            prediction.diagnostics().stream()
                .anyMatch(diagnostic -> diagnostic.code() == DiagnosticCode.BOOT_FAILS);
        if (dies == observed.measurement().isPresent()) {
          differences.add(where + (dies ? "it booted" : "it did not boot"));
        }
        if (dies || observed.measurement().isEmpty()) {
          continue;
        }
        for (var row : Conformity.of(prediction, observed.measurement().get()).rows()) {
          masks++;
          row.known().forEach(known -> shown.add(known.gap()));
          if (!row.holds()) {
            differences.add(where + sentence(row));
          }
        }
      }
    }
    return new Replay(differences, shown, masks);
  }

  private static String sentence(Row row) {
    return "%s is predicted %s and measured %s"
        .formatted(
            row.name(),
            row.predicted().map(mask -> "'" + mask + "'").orElse("not to be there"),
            row.measured().isEmpty() ? "not to be there" : row.measured());
  }
}
