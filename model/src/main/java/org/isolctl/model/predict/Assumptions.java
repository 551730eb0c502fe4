package org.isolctl.model.predict;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.PatchRules;

/// What a prediction takes for granted, in sentences.
final class Assumptions {
  private Assumptions() {}

  static List<String> of(PredictionInput input) {
    var sentences = new ArrayList<String>();
    sentences.add("Kernel configuration: " + input.config().origin() + ".");
    var newest = KernelRules.NEWEST_READ;
    var oldest = KernelRules.OLDEST_READ;
    if (input.kernel().isAtLeast(newest.major(), newest.minor() + 1)) {
      sentences.add(
          "This kernel is newer than "
              + newest
              + ", the newest one that was read: taken to do the"
              + " same.");
    }
    if (!input.kernel().isAtLeast(oldest.major(), oldest.minor())) {
      sentences.add(
          "This kernel is older than "
              + oldest
              + ", the oldest one that was read: taken to do the"
              + " same.");
    }
    if (input.patched()) {
      sentences.add(
          PatchRules.DEFAULT_MASK.holdsIn(input.kernel())
              ? "The kernel was built with isolate-kthreads.cocci."
              : "This kernel moves kernel threads itself: isolate-kthreads.cocci changes no mask of"
                  + " it.");
    }
    return List.copyOf(sentences);
  }
}
