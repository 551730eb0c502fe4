package org.isolctl.model.rules;

import static org.isolctl.model.rules.Effect.mask;
import static org.isolctl.model.rules.Effect.switches;
import static org.isolctl.model.rules.Evidence.measured;
import static org.isolctl.model.rules.HousekeepingType.DOMAIN;
import static org.isolctl.model.rules.HousekeepingType.KTHREAD;
import static org.isolctl.model.rules.Source.read;
import static org.isolctl.model.rules.VersionRange.between;

import java.util.List;

/// What kernels do that were built with the semantic patch of this project, and only these. Their
/// other rules are those of the unpatched kernel.
public final class PatchRules {
  private static final String MASK = "kthread_default_mask";

  /// Replaces what an unpatched kernel gives to kernel threads: {@link BootedKernel#kthreads()}.
  public static final Rule DEFAULT_MASK =
      new Rule(
          "patched-kthread-default",
          between("3.10", "7.0"),
          RuleSubject.mask(MASK),
          "With isolate-kthreads.cocci every new kernel thread gets what it got before without the"
              + " CPUs that isolcpus=domain isolates at boot, or what it got before where that"
              + " leaves none.",
          read("kernel/isolate-kthreads.cocci", "applied to 3.10 to 6.19"),
          measured("6.1, 6.12"),
          mask(
              (kernel, _) -> {
                var left = kernel.kthreads().minus(kernel.isolated());
                return left.isEmpty() ? kernel.kthreads() : left;
              },
              KTHREAD,
              DOMAIN));

  public static final Rule KTHREADD_MOVES_LATE =
      new Rule(
          "patched-kthreadd-late-move",
          between("3.10", "7.0"),
          RuleSubject.mask(MASK),
          "With isolate-kthreads.cocci kthreadd is set to the mask of new kernel threads once more"
              + " when the other CPUs are up, so that it does not stay on an isolated boot CPU.",
          read("kernel/isolate-kthreads.cocci", "applied to 3.10 to 6.19"),
          measured("6.1, 6.12"),
          switches());

  private PatchRules() {}

  static List<Rule> all() {
    return List.of(DEFAULT_MASK, KTHREADD_MOVES_LATE);
  }
}
