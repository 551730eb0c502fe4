package org.isolctl.app.kernelpatch;

import java.util.List;
import java.util.stream.Collectors;
import org.isolctl.model.kernelpatch.Misfit;
import org.isolctl.model.kernelpatch.SemanticPatch;

/// Says what is wrong with a tree that a patch does not fit.
final class MisfitText {
  private MisfitText() {}

  static String of(KernelTree tree, SemanticPatch patch, List<Misfit> misfits) {
    return "%s does not fit '%s' (Linux %s). Nothing was changed.\n%s\nA vendor's kernel may differ there: please report where the tree comes from."
        .formatted(patch.script(), tree.top(), tree.version(), lines(misfits));
  }

  static String lines(List<Misfit> misfits) {
    return misfits.stream().map(MisfitText::line).collect(Collectors.joining("\n"));
  }

  private static String line(Misfit misfit) {
    return switch (misfit) {
      case Misfit.Count count ->
          "  %s: %s: expected %d, found %d"
              .formatted(
                  count.place().file(),
                  count.place().purpose(),
                  count.place().count(),
                  count.found());
      case Misfit.Leftover leftover ->
          "  %s: %s is still used %d more %s for kernel threads"
              .formatted(
                  leftover.file(),
                  leftover.expression(),
                  leftover.count(),
                  leftover.count() == 1 ? "time" : "times");
    };
  }
}
