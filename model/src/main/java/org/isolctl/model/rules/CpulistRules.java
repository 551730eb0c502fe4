package org.isolctl.model.rules;

import static org.isolctl.model.rules.Effect.explains;
import static org.isolctl.model.rules.Effect.switches;
import static org.isolctl.model.rules.Evidence.measured;
import static org.isolctl.model.rules.Evidence.sourceOnly;
import static org.isolctl.model.rules.RuleSubject.syntax;
import static org.isolctl.model.rules.Source.read;
import static org.isolctl.model.rules.VersionRange.between;
import static org.isolctl.model.rules.VersionRange.since;

import java.util.List;

/// How kernels read the boot line and the cpulists in it.
public final class CpulistRules {
  public static final Rule DASHES_END =
      new Rule(
          "dashes-end-line",
          since("3.15"),
          syntax("boot line"),
          "Words after -- are not the kernel's: they go to process 1.",
          read("kernel/params.c", "3.10 no"),
          sourceOnly("3.15 is from memory; no kernel before 5.10 was booted"),
          switches());
  public static final Rule EMPTY_IS_ZERO =
      new Rule(
          "cpulist-empty-is-zero",
          between("3.10", "4.3"),
          syntax("cpulist"),
          "An empty item of a cpulist means CPU 0, so that isolcpus= alone isolates CPU 0.",
          read("lib/bitmap.c", "3.10 yes; 4.15 no"),
          sourceOnly("4.3 is from memory; no kernel before 5.10 was booted"),
          switches());
  public static final Rule GROUPS =
      new Rule(
          "cpulist-groups",
          since("4.10"),
          syntax("cpulist"),
          "a-b:used/group takes the first used CPUs of every group.",
          read("lib/bitmap.c", "3.10 no; 4.15 yes"),
          measured("5.10, 6.1, 6.12, 7.3"),
          switches());
  public static final Rule KEYWORDS =
      new Rule(
          "cpulist-keywords",
          since("5.13"),
          syntax("cpulist"),
          "N is the highest CPU number and all is every CPU.",
          read("lib/bitmap.c", "5.12.9 no; 5.14-rc5 yes"),
          measured("5.10 no; 6.1 to 7.3 yes"),
          switches());
  public static final Rule LAST_CPU_CHECKED =
      new Rule(
          "cpulist-last-cpu-checked",
          between("4.15", "5.17"),
          syntax("cpulist"),
          "A kernel without CPUMASK_OFFSTACK also refuses a CPU above the highest possible one, and"
              + " with it an empty list.",
          read("kernel/sched/isolation.c", "5.9 yes; 5.17 no"),
          sourceOnly("the booted kernels have CPUMASK_OFFSTACK"),
          switches());

  private CpulistRules() {}

  static List<Rule> all() {
    return List.of(
        DASHES_END,
        EMPTY_IS_ZERO,
        GROUPS,
        KEYWORDS,
        LAST_CPU_CHECKED,
        new Rule(
            "cpulist-error-drops",
            since("4.15"),
            syntax("cpulist"),
            "One wrong item, or a CPU number that this machine cannot have, makes isolcpus= and"
                + " nohz_full= drop the whole option, its good items too.",
            read("kernel/sched/isolation.c", "4.15, 6.12, 7.3"),
            measured("5.10, 6.1, 6.12, 6.16, 6.18, 6.19, 7.0, 7.1, 7.2, 7.3"),
            explains()));
  }
}
