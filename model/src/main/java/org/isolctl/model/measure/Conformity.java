package org.isolctl.model.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.measure.Measurement.Share;
import org.isolctl.model.predict.Prediction;
import org.isolctl.model.thread.ThreadClass;

/// A prediction beside a measurement.
///
/// @param rows one for each mask, those of files first
public record Conformity(Prediction prediction, Measurement measurement, List<Row> rows) {
  public Conformity {
    rows = List.copyOf(rows);
  }

  /// Holds a measurement against what was predicted for the same kernel and boot line.
  public static Conformity of(Prediction prediction, Measurement measurement) {
    var rows = new ArrayList<Row>();
    predictedMasks(prediction)
        .forEach((name, predicted) ->
            Optional.ofNullable(measurement.masks().get(name))
                .ifPresent(measured ->
                    rows.add(row(prediction, name, Optional.of(predicted), of(measured)))));
    var threads = predictedThreads(prediction);
    var names = new LinkedHashSet<>(threads.keySet());
    names.addAll(measurement.threads().keySet());
    for (String name : names) {
      rows.add(
          row(
              prediction,
              name,
              Optional.ofNullable(threads.get(name)),
              measurement.threads().getOrDefault(name, List.of())));
    }
    return new Conformity(prediction, measurement, rows);
  }

  /// Whether every mask is as predicted, or differs in a known way.
  public boolean holds() {
    return rows.stream().allMatch(Row::holds);
  }

  private static List<Share> of(CpuSet mask) {
    return List.of(new Share(mask, List.of()));
  }

  private static Row row(
      Prediction prediction, String name, Optional<CpuSet> predicted, List<Share> measured) {
    var known = new ArrayList<Row.Known>();
    var unexplained = new ArrayList<Share>();
    for (Share share : measured) {
      if (predicted.filter(share.mask()::equals).isPresent()) {
        continue;
      }
      KnownGaps.of(prediction, name, share)
          .ifPresentOrElse(
              gap -> known.add(new Row.Known(share, gap)), () -> unexplained.add(share));
    }
    return new Row(name, predicted, measured, known, unexplained);
  }

  private static Map<String, CpuSet> predictedMasks(Prediction prediction) {
    var masks = new LinkedHashMap<String, CpuSet>();
    masks.put("possible", prediction.possible());
    masks.put("online", prediction.online());
    masks.put("isolated", prediction.isolated());
    masks.put("nohz_full", prediction.nohzFull());
    masks.put("workqueue_unbound", prediction.workqueueUnbound());
    masks.put("irq_default", prediction.irqDefault());
    return masks;
  }

  private static Map<String, CpuSet> predictedThreads(Prediction prediction) {
    var threads = new LinkedHashMap<String, CpuSet>();
    prediction
        .threads()
        .forEach((threadClass, mask) -> {
          threads.put(threadClass.label(), mask);
          if (threadClass == ThreadClass.NODE_KTHREAD) {
            var nodes = prediction.nodeKthreads();
            for (int node = 1; node < nodes.size(); node++) {
              threads.put(threadClass.label() + "." + node, nodes.get(node));
            }
          }
        });
    return threads;
  }
}
