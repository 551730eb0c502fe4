package org.isolctl.model.rules;

import static org.isolctl.model.rules.Effect.switches;
import static org.isolctl.model.rules.Evidence.measured;
import static org.isolctl.model.rules.Evidence.sourceOnly;
import static org.isolctl.model.rules.RuleSubject.parameter;
import static org.isolctl.model.rules.Source.read;
import static org.isolctl.model.rules.VersionRange.between;
import static org.isolctl.model.rules.VersionRange.since;

import java.util.List;

/// What kernels make of `isolcpus=` and of two such words together with `nohz_full=`.
public final class IsolcpusRules {
  public static final Rule OWN_MAP =
      new Rule(
          "isolcpus-own-map",
          between("3.10", "4.15"),
          parameter("isolcpus"),
          "isolcpus= takes a bare cpulist, keeps the items before an error, and of several the last"
              + " one wins.",
          read("kernel/sched/core.c", "3.10, 4.4, 4.12"),
          sourceOnly("no kernel before 5.10 was booted"),
          switches());
  public static final Rule UNKNOWN_FLAG_DROPS =
      new Rule(
          "isolcpus-unknown-flag-drops",
          between("4.15", "5.8"),
          parameter("isolcpus"),
          "An unknown flag makes the kernel drop the whole option.",
          read("kernel/sched/isolation.c", "4.15, 5.4"),
          sourceOnly("no kernel before 5.10 was booted"),
          switches());
  public static final Rule UNKNOWN_FLAG_SKIPPED =
      new Rule(
          "isolcpus-unknown-flag-skipped",
          since("5.8"),
          parameter("isolcpus"),
          "An unknown flag of letters and underscores is skipped with a note; any other character"
              + " in it makes the kernel drop the whole option.",
          read("kernel/sched/isolation.c", "5.8, 6.12, 7.3"),
          measured("5.10, 6.1, 6.12, 6.16, 6.18, 6.19, 7.0, 7.1, 7.2, 7.3"),
          switches());
  public static final Rule ONE_MASK =
      new Rule(
          "isolation-one-mask",
          between("4.15", "5.18"),
          parameter("isolcpus"),
          "isolcpus= and nohz_full= share one mask: the first option fixes it, a later one with"
              + " another list is dropped, one with the same list adds its flags.",
          read("kernel/sched/isolation.c", "4.15, 5.15, 5.17"),
          measured("5.10"),
          switches());
  public static final Rule MASK_PER_TYPE =
      new Rule(
          "isolation-mask-per-type",
          since("5.18"),
          parameter("isolcpus"),
          "Each flag has a mask of its own: two options may differ, but where both carry a flag"
              + " their lists must be equal, or the later one is dropped as a whole.",
          read("kernel/sched/isolation.c", "5.17 no; 5.19, 6.12, 6.19 yes"),
          measured("6.1, 6.12, 6.19"),
          switches());
  public static final Rule REPEATED_FLAG_REJECTED =
      new Rule(
          "isolation-repeated-flag-rejected",
          since("7.0"),
          parameter("isolcpus"),
          "A flag that an earlier option carried makes the kernel drop the later option, equal list"
              + " or not: it compares with all possible CPUs. No fix was seen up to 7.3.4.",
          read("kernel/sched/isolation.c", "7.0, 7.1, 7.2, 7.3"),
          measured("7.0, 7.3"),
          switches());
  public static final Rule NO_CPU_FOR_BOTH =
      new Rule(
          "isolation-needs-cpu-for-both",
          since("6.19"),
          parameter("isolcpus"),
          "An option that, with the one before it, leaves no CPU that is neither nohz_full nor"
              + " isolated is dropped. In 7.0 and later the check never fires.",
          read("kernel/sched/isolation.c", "6.18 no; 6.19, 7.0, 7.3 yes"),
          measured("6.19, 7.3"),
          switches());
  public static final Rule NOHZ_CHECKED_LATE =
      new Rule(
          "isolation-nohz-checked-late",
          between("4.15", "5.18"),
          parameter("nohz_full"),
          "The lack of NO_HZ_FULL is noticed after the list was read; the whole option is dropped.",
          read("kernel/sched/isolation.c", "4.15, 5.10"),
          measured("5.10"),
          switches());
  public static final Rule NOHZ_CHECKED_FIRST =
      new Rule(
          "isolation-nohz-checked-first",
          since("5.18"),
          parameter("nohz_full"),
          "The lack of NO_HZ_FULL is noticed before the list is read; the whole option is dropped.",
          read("kernel/sched/isolation.c", "6.12, 7.3"),
          sourceOnly("all booted kernels from 6.1 on have NO_HZ_FULL"),
          switches());
  public static final Rule EMPTY_LIST_IS_ERROR =
      new Rule(
          "isolation-empty-list-error",
          between("4.15", "5.17"),
          parameter("isolcpus"),
          "An empty list is a wrong list.",
          read("kernel/sched/isolation.c", "4.15, 5.15 yes; 5.17 no"),
          measured("5.10"),
          switches());
  public static final Rule EMPTY_LIST_IS_DROPPED =
      new Rule(
          "isolation-empty-list-dropped",
          since("6.9").alsoIn(new Backport(6, 1, 192), new Backport(6, 6, 87)),
          parameter("isolcpus"),
          "An option that isolates nothing in the end is dropped without a word. From 5.17 until"
              + " then it was accepted, and isolated nothing.",
          read("kernel/sched/isolation.c", "6.8 no; 6.1.192, 6.6.87, 6.9 yes"),
          measured("6.1, 6.12"),
          switches());
  public static final Rule BOOT_CPU_ADDED =
      new Rule(
          "isolation-boot-cpu-added",
          between("4.15", "5.2"),
          parameter("isolcpus"),
          "Where all possible CPUs are listed the boot CPU stays a housekeeping CPU; it stays in"
              + " the nohz_full mask too.",
          read("kernel/sched/isolation.c", "4.15, 5.0"),
          sourceOnly("no kernel before 5.10 was booted"),
          switches());
  public static final Rule BOOT_CPU_KEPT =
      new Rule(
          "isolation-boot-cpu-kept",
          since("5.2"),
          parameter("isolcpus"),
          "Where the list leaves no present CPU the boot CPU is taken out of the list.",
          read("kernel/sched/isolation.c", "5.0 no; 5.4, 6.12, 7.3 yes"),
          measured("5.10, 6.1, 6.12, 7.3"),
          switches());
  public static final Rule MAXCPUS_CHECKED =
      new Rule(
          "isolation-maxcpus-checked",
          since("6.9").alsoIn(new Backport(6, 1, 192), new Backport(6, 6, 87)),
          parameter("maxcpus"),
          "Where the first CPU that is left will not be brought up because of maxcpus=, the boot"
              + " CPU is taken out of the list. Kernels before do not get through their boot.",
          read("kernel/sched/isolation.c", "6.8 no; 6.9, 7.3 yes"),
          sourceOnly(
              "not booted; that 6.1.192 and 6.6.87 have it is inferred from the same change"),
          switches());

  private IsolcpusRules() {}

  static List<Rule> all() {
    return List.of(
        OWN_MAP,
        UNKNOWN_FLAG_DROPS,
        UNKNOWN_FLAG_SKIPPED,
        ONE_MASK,
        MASK_PER_TYPE,
        REPEATED_FLAG_REJECTED,
        NO_CPU_FOR_BOTH,
        NOHZ_CHECKED_LATE,
        NOHZ_CHECKED_FIRST,
        EMPTY_LIST_IS_ERROR,
        EMPTY_LIST_IS_DROPPED,
        BOOT_CPU_ADDED,
        BOOT_CPU_KEPT,
        MAXCPUS_CHECKED);
  }
}
