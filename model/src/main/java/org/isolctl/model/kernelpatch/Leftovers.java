package org.isolctl.model.kernelpatch;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds uses of the old mask of kernel threads that the patch did not reach. The patch takes the
/// mask from kthreadd and replaces it wherever it knows how; a kernel that uses it in another way
/// would give some threads the old mask still.
final class Leftovers {
  private static final Pattern OLD_MASK = Shape.of("kthread_set_default_mask(@);").pattern();

  private Leftovers() {}

  static Optional<Misfit> in(Map<String, String> tree) {
    String text = Shape.dense(tree.getOrDefault(TreeFile.KTHREAD_C, ""));
    return OLD_MASK
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .findFirst()
        .flatMap(mask -> beyondFirst(mask, text));
  }

  private static Optional<Misfit> beyondFirst(String mask, String text) {
    long uses = Pattern.compile(Pattern.quote(mask)).matcher(text).results().count();
    return uses > 1
        ? Optional.of(new Misfit.Leftover(TreeFile.KTHREAD_C, mask, Math.toIntExact(uses - 1)))
        : Optional.empty();
  }
}
