package org.isolctl.model.judge.detect;

import java.util.function.Consumer;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.Situation;

/// Looks for one kind of finding. Stateless.
@FunctionalInterface
public interface Detector {
  /// Hands every finding of its kind to `found`.
  void detect(Situation situation, Consumer<Finding> found);
}
