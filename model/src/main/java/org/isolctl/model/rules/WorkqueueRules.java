package org.isolctl.model.rules;

import static org.isolctl.model.rules.Effect.explains;
import static org.isolctl.model.rules.Effect.followsUnbound;
import static org.isolctl.model.rules.Effect.mask;
import static org.isolctl.model.rules.Effect.switches;
import static org.isolctl.model.rules.Evidence.measured;
import static org.isolctl.model.rules.Evidence.sourceOnly;
import static org.isolctl.model.rules.HousekeepingType.DOMAIN;
import static org.isolctl.model.rules.HousekeepingType.WQ;
import static org.isolctl.model.rules.RuleSubject.parameter;
import static org.isolctl.model.rules.RuleSubject.threads;
import static org.isolctl.model.rules.Source.read;
import static org.isolctl.model.rules.VersionRange.between;
import static org.isolctl.model.rules.VersionRange.since;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.thread.ThreadClass;

/// The mask of unbound workqueues, and the threads that follow it.
public final class WorkqueueRules {
  public static final Rule UNBOUND_CPUS =
      new Rule(
          "unbound-cpus-parameter",
          since("6.6"),
          parameter("workqueue.unbound_cpus"),
          "workqueue.unbound_cpus= narrows the mask of unbound workqueues further; a bad list is"
              + " dropped.",
          read("kernel/workqueue.c", "6.2 no; 6.6, 6.12 yes"),
          measured("6.12"),
          switches());
  public static final Rule EMPTY_IS_SKIPPED =
      new Rule(
          "unbound-never-empty",
          since("6.6"),
          RuleSubject.mask("workqueue_unbound"),
          "A restriction that would leave unbound workqueues no CPU is skipped, with a warning.",
          read("kernel/workqueue.c", "6.6, 6.12"),
          measured("6.12"),
          switches());

  private static final RuleSubject UNBOUND = RuleSubject.mask("workqueue_unbound");
  private static final String FILE = "kernel/workqueue.c";
  private static final String NOT_BOOTED = "no kernel before 5.10 was booted";

  private WorkqueueRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "unbound-all",
            between("3.10", "4.15"),
            UNBOUND,
            "Unbound workqueues start with all CPUs; their mask can be written from 4.2 on.",
            read(FILE, "3.10, 4.4"),
            sourceOnly(NOT_BOOTED),
            mask((kernel, _) -> kernel.possible())),
        new Rule(
            "unbound-domain-only",
            between("4.15", "4.17"),
            UNBOUND,
            "Unbound workqueues start with the CPUs that isolcpus=domain leaves.",
            read(FILE, "4.15"),
            sourceOnly(NOT_BOOTED),
            mask((kernel, _) -> kernel.housekeeping(DOMAIN), DOMAIN)),
        new Rule(
            "unbound-domain-and-nohz",
            between("4.17", "6.6"),
            UNBOUND,
            "Unbound workqueues start with the CPUs that both isolcpus=domain and nohz_full= leave;"
                + " where the two leave none together the mask is empty.",
            read(FILE, "4.15 no; 4.19, 5.10, 6.1, 6.2 yes"),
            measured("5.10, 6.1"),
            mask(
                (kernel, _) -> kernel.housekeeping(WQ).intersect(kernel.housekeeping(DOMAIN)),
                WQ,
                DOMAIN)),
        new Rule(
            "unbound-nohz-then-domain",
            between("6.6", "7.1"),
            UNBOUND,
            "Unbound workqueues start with the possible CPUs, restricted by nohz_full=, then by"
                + " isolcpus=domain, then by workqueue.unbound_cpus=.",
            read(FILE, "6.6, 6.12, 7.0"),
            measured("6.12, 6.16, 6.18, 6.19, 7.0"),
            mask(
                (kernel, _) -> {
                  var mask = restricted(kernel.possible(), kernel.housekeeping(WQ));
                  mask = restricted(mask, kernel.housekeeping(DOMAIN));
                  return restricted(mask, kernel.unboundAsked());
                },
                WQ,
                DOMAIN)),
        new Rule(
            "unbound-domain",
            since("7.1"),
            UNBOUND,
            "Unbound workqueues start with the CPUs that isolcpus=domain leaves, restricted by"
                + " workqueue.unbound_cpus=; nohz_full= alone no longer restricts them.",
            read(FILE, "7.1, 7.2"),
            measured("7.1, 7.2, 7.3"),
            mask(
                (kernel, _) ->
                    restricted(
                        restricted(kernel.possible(), kernel.housekeeping(DOMAIN)),
                        kernel.unboundAsked()),
                DOMAIN)),
        UNBOUND_CPUS,
        EMPTY_IS_SKIPPED,
        new Rule(
            "rescuer-all",
            between("3.10", "6.19"),
            threads(ThreadClass.RESCUER),
            "The rescuer of a per-CPU workqueue gets all CPUs.",
            read(FILE, "6.8, 6.9"),
            measured("5.10, 6.1, 6.12, 6.16, 6.18"),
            mask((kernel, _) -> kernel.possible())),
        new Rule(
            "rescuer-unbound",
            since("6.19"),
            threads(ThreadClass.RESCUER),
            "Every rescuer follows the mask of unbound workqueues.",
            read(FILE, "6.19"),
            measured("6.19, 7.0, 7.1, 7.2, 7.3"),
            followsUnbound()),
        new Rule(
            "unbound-kworker",
            since("3.10"),
            threads(ThreadClass.UNBOUND_KWORKER),
            "An unbound kworker gets the mask of unbound workqueues, or a part of it that its"
                + " workqueue asks for, and refuses any other. An empty mask means all CPUs, and"
                + " one without a CPU that is up does too: the scheduler then falls back to them.",
            read(FILE, "4.15, 6.1, 6.12, 7.2"),
            measured("5.10, 6.1, 6.12, 6.16, 6.18, 6.19, 7.0, 7.1, 7.2, 7.3"),
            followsUnbound()),
        new Rule(
            "rescuer-of-unbound",
            since("6.9"),
            threads(ThreadClass.RESCUER),
            "The rescuer of an unbound workqueue follows the mask of unbound workqueues.",
            read(FILE, "6.8 no; 6.9 yes"),
            measured("6.12, 6.16, 6.18"),
            explains()),
        new Rule(
            "bound-kworker-bound",
            since("3.10"),
            threads(ThreadClass.BOUND_KWORKER),
            "A bound kworker runs what was queued on its CPU, and refuses a new mask; no boot word"
                + " moves it.",
            read(FILE, "3.10, 6.12"),
            measured("5.10, 6.1, 6.12, 7.3"),
            explains()));
  }

  private static CpuSet restricted(CpuSet mask, CpuSet by) {
    var both = mask.intersect(by);
    return both.isEmpty() ? mask : both;
  }
}
