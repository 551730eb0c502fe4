package org.isolctl.model.measure;

import java.util.List;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.measure.Measurement.Share;

/// One mask, predicted and measured.
///
/// @param name of the mask, as a prediction names it: `isolated`, `kthread`, `node-kthread.1`
/// @param predicted absent where no such thread was predicted to be there
/// @param measured every mask that was seen, the commonest first; none where there was no such
///   thread
/// @param known for the shares that differ and are known to: why
/// @param unexplained the shares that differ, and nobody knows why
public record Row(
    String name,
    Optional<CpuSet> predicted,
    List<Share> measured,
    List<Known> known,
    List<Share> unexplained) {
  public Row {
    measured = List.copyOf(measured);
    known = List.copyOf(known);
    unexplained = List.copyOf(unexplained);
  }

  /// A difference with its reason.
  public record Known(Share share, KnownGap gap) {}

  /// Whether it is as predicted, or differs in a known way.
  public boolean holds() {
    return unexplained.isEmpty() && predicted.isPresent() == !measured.isEmpty();
  }
}
