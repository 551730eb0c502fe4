package org.isolctl.model.predict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;

/// One boot line on several kernels: the upgrade check.
///
/// @param predictions in the order in which the kernels were named
/// @param changes what differs from one kernel to the next
public record Comparison(String bootLine, List<Prediction> predictions, List<Change> changes) {
  public Comparison {
    predictions = List.copyOf(predictions);
    changes = List.copyOf(changes);
  }

  /// A mask that differs between two neighbours.
  ///
  /// @param mask its name in the output, for instance `threads.kthread`
  public record Change(String mask, KernelVersion from, KernelVersion to, CpuSet was, CpuSet is) {}

  /// Predicts the same line on each machine and compares neighbours.
  ///
  /// @param inputs the same machine and line under several kernels, at least one
  /// @throws IllegalArgumentException where there is none
  public static Comparison of(List<PredictionInput> inputs) {
    if (inputs.isEmpty()) {
      throw new IllegalArgumentException("no kernel to compare was named");
    }
    var predictions = inputs.stream().map(Predictor::predict).toList();
    var changes = new ArrayList<Change>();
    for (int i = 1; i < predictions.size(); i++) {
      var before = predictions.get(i - 1);
      var after = predictions.get(i);
      var old = masks(before);
      masks(after)
          .forEach((name, cpus) -> {
            var was = old.get(name);
            if (was != null && !was.equals(cpus)) {
              changes.add(new Change(name, before.kernel(), after.kernel(), was, cpus));
            }
          });
    }
    return new Comparison(inputs.getFirst().bootLine(), predictions, changes);
  }

  /// The masks of a prediction by their names in the output.
  public static Map<String, CpuSet> masks(Prediction prediction) {
    var masks = new LinkedHashMap<String, CpuSet>();
    masks.put("isolated", prediction.isolated());
    masks.put("nohz_full", prediction.nohzFull());
    masks.put("rcu_nocbs", prediction.rcuNocbs());
    masks.put("workqueue_unbound", prediction.workqueueUnbound());
    masks.put("irq_default", prediction.irqDefault());
    prediction.threads().forEach((threads, cpus) -> masks.put("threads." + threads.label(), cpus));
    return masks;
  }
}
