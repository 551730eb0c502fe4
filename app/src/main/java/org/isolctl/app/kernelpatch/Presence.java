package org.isolctl.app.kernelpatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.isolctl.app.kernelpatch.PatchException.Kind;
import org.isolctl.model.kernelpatch.PatchOutcome;
import org.isolctl.model.kernelpatch.Places;
import org.isolctl.model.kernelpatch.SemanticPatch;
import org.isolctl.model.kernelpatch.TreeFile;

/// What a tree has already. A semantic patch that is applied twice adds everything twice.
final class Presence {
  private Presence() {}

  /// Which of the wanted patches the tree lacks, in the order in which they must be applied.
  static List<SemanticPatch> lacking(KernelTree tree, boolean more) throws PatchException {
    var lacking = new ArrayList<SemanticPatch>();
    if (!has(tree, SemanticPatch.ISOLATE_KTHREADS)) {
      lacking.add(SemanticPatch.ISOLATE_KTHREADS);
    }
    if (more && !has(tree, SemanticPatch.MORE)) {
      lacking.add(SemanticPatch.MORE);
    }
    if (lacking.isEmpty()) {
      throw new PatchException(
          Kind.MISFIT,
          "'%s' (Linux %s) has the patch already; a second time would break it. Nothing was changed."
              .formatted(tree.top(), tree.version()));
    }
    return lacking;
  }

  private static boolean has(KernelTree tree, SemanticPatch patch) throws PatchException {
    Map<String, String> texts = tree.read(patch.files());
    if (!patch.leftTraceIn(texts)) {
      return false;
    }
    var expected = Places.of(patch, tree.version(), tree.has(TreeFile.ISOLATION_C));
    return switch (PatchOutcome.of(expected, Map.of(), texts)) {
      case PatchOutcome.Whole _ -> true;
      case PatchOutcome.Partial partial ->
          throw new PatchException(
              Kind.MISFIT,
              "'%s' has a part of %s already, or another change of the same name. Nothing was changed; unpack the tree anew.\n%s"
                  .formatted(tree.top(), patch.script(), MisfitText.lines(partial.misfits())));
    };
  }
}
