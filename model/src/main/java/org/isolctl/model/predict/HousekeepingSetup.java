package org.isolctl.model.predict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.bootline.Span;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.Answer;
import org.isolctl.model.rules.CpulistRules;
import org.isolctl.model.rules.HousekeepingType;
import org.isolctl.model.rules.IsolationWord;
import org.isolctl.model.rules.IsolcpusRules;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.Rule;

/// The masks that `isolcpus=` and `nohz_full=` make, one option after the other, as
/// `housekeeping_setup()` does (kernel/sched/isolation.c, 4.15 and later).
final class HousekeepingSetup {
  private final PredictionInput input;
  private final BootCpus cpus;
  private final Cpulists cpulists;
  private final Remarks remarks;
  private final Map<HousekeepingType, CpuSet> masks = new EnumMap<>(HousekeepingType.class);
  private final Map<HousekeepingType, List<String>> setBy = new EnumMap<>(HousekeepingType.class);
  private final Map<HousekeepingType, BootWord> words = new EnumMap<>(HousekeepingType.class);
  private CpuSet nohzFull = CpuSet.empty();

  HousekeepingSetup(PredictionInput input, BootCpus cpus, Cpulists cpulists, Remarks remarks) {
    this.input = input;
    this.cpus = cpus;
    this.cpulists = cpulists;
    this.remarks = remarks;
  }

  Map<HousekeepingType, CpuSet> masks() {
    return masks;
  }

  /// The ids of the rules that set a type; none where no word did.
  List<String> setBy(HousekeepingType type) {
    return setBy.getOrDefault(type, List.of());
  }

  /// The word that set a type.
  Map<HousekeepingType, BootWord> words() {
    return words;
  }

  CpuSet nohzFull() {
    return nohzFull;
  }

  void isolcpus(BootWord word) {
    if (isUnsupported("isolcpus", word)) {
      return;
    }
    IsolcpusFlags.read(word, input.kernel(), remarks)
        .ifPresent(flags ->
            option(
                new Option(
                    "isolcpus",
                    word,
                    flags.words(),
                    flags.list(),
                    flags.offset(),
                    flags.strayed())));
  }

  void nohzFull(BootWord word) {
    if (!isUnsupported("nohz_full", word)) {
      option(
          new Option(
              "nohz_full",
              word,
              List.of(IsolationWord.NOHZ_FULL),
              word.value().orElse(""),
              word.valueAt().offset(),
              false));
    }
  }

  private boolean isUnsupported(String parameter, BootWord word) {
    if (word.value().isEmpty()) {
      remarks.valueMissing(parameter, word);
      return true;
    }
    if (input.config().has("CPU_ISOLATION") == Answer.NO) {
      remarks.error(
          DiagnosticCode.ISOLATION_UNSUPPORTED,
          parameter,
          word.at(),
          "This kernel is built without CONFIG_CPU_ISOLATION and does not know the word.",
          "use a kernel with CONFIG_CPU_ISOLATION=y");
      return true;
    }
    return false;
  }

  /// One option on its way through the kernel.
  private record Option(
      String parameter,
      BootWord word,
      List<IsolationWord> flags,
      String list,
      int offset,
      boolean strayed) {
    Span listAt() {
      return strayed ? word.at() : new Span(offset, list.length());
    }
  }

  private void option(Option option) {
    var rules =
        option.flags().stream()
            .flatMap(flag -> KernelRules.setBy(flag, input.kernel()).stream())
            .toList();
    var types = EnumSet.noneOf(HousekeepingType.class);
    for (var rule : rules) {
      types.addAll(rule.effect().types());
    }
    boolean startsTick =
        types.contains(HousekeepingType.TICK) && !masks.containsKey(HousekeepingType.TICK);
    boolean tickless = input.config().has("NO_HZ_FULL") != Answer.NO;
    boolean checkFirst = IsolcpusRules.NOHZ_CHECKED_FIRST.holdsIn(input.kernel());
    if (startsTick && !tickless && checkFirst) {
      remarkNohzUnsupported(option);
      return;
    }
    var reading = cpulists.read(option.list());
    if (reading.error().isPresent()) {
      if (!option.strayed()) {
        cpulists.remark(
            remarks,
            option.parameter(),
            option.list(),
            option.offset(),
            reading.error().get(),
            "the whole option is dropped");
      }
      return;
    }
    var isolated = reading.kept();
    if (isRefusedEmptyOrHigh(option, isolated)) {
      return;
    }
    var left = cpus.possible().minus(isolated);
    if (leavesNothing(left)) {
      boolean keepsList = IsolcpusRules.BOOT_CPU_ADDED.holdsIn(input.kernel()) && masks.isEmpty();
      var boot = CpuSet.of(input.bootCpu());
      left = left.union(boot);
      isolated = keepsList ? isolated : isolated.minus(boot);
      remarks.error(
          DiagnosticCode.NO_HOUSEKEEPING_LEFT,
          option.parameter(),
          option.listAt(),
          "The list leaves no CPU that is there for housekeeping: the kernel keeps boot CPU "
              + input.bootCpu()
              + " out of it.",
          "leave at least one CPU out of the list, the boot CPU best");
    }
    if (isolated.isEmpty() && IsolcpusRules.EMPTY_LIST_IS_DROPPED.holdsIn(input.kernel())) {
      remarkEmpty(option, "the option is dropped without a word");
      return;
    }
    if (isolated.isEmpty()) {
      remarkEmpty(option, "the option isolates nothing");
    }
    if (!masks.isEmpty() && conflicts(option, types, left)) {
      return;
    }
    if (startsTick && !tickless) {
      remarkNohzUnsupported(option);
      return;
    }
    accept(option, rules, left, startsTick ? isolated : nohzFull);
  }

  private void accept(Option option, List<Rule> rules, CpuSet left, CpuSet newNohzFull) {
    nohzFull = newNohzFull;
    for (var rule : rules) {
      for (var type : rule.effect().types()) {
        if (masks.putIfAbsent(type, left) == null) {
          words.put(type, option.word());
        }
        setBy.computeIfAbsent(type, _ -> new ArrayList<>()).add(rule.id());
      }
    }
  }

  private boolean isRefusedEmptyOrHigh(Option option, CpuSet isolated) {
    if (isolated.isEmpty() && IsolcpusRules.EMPTY_LIST_IS_ERROR.holdsIn(input.kernel())) {
      remarkEmpty(option, "an error to this kernel, which drops the option");
      return true;
    }
    if (isolated.last() >= cpulists.nrCpuIds()
        && CpulistRules.LAST_CPU_CHECKED.holdsIn(input.kernel())) {
      remarks.error(
          DiagnosticCode.CPU_OUT_OF_RANGE,
          option.parameter(),
          option.listAt(),
          "CPU "
              + isolated.last()
              + " is above the highest that this machine can have: the whole option is dropped.",
          "write CPUs up to " + (cpulists.nrCpuIds() - 1) + " only");
      return true;
    }
    return false;
  }

  private boolean leavesNothing(CpuSet left) {
    if (IsolcpusRules.BOOT_CPU_ADDED.holdsIn(input.kernel())) {
      return left.isEmpty();
    }
    int first = left.intersect(cpus.present()).first();
    return first < 0
        || (first >= cpus.maxCpus() && IsolcpusRules.MAXCPUS_CHECKED.holdsIn(input.kernel()));
  }

  /// Whether the kernel drops the option because of what an earlier one fixed.
  private boolean conflicts(Option option, Set<HousekeepingType> types, CpuSet left) {
    if (IsolcpusRules.ONE_MASK.holdsIn(input.kernel())) {
      var fixed = masks.values().iterator().next();
      if (!fixed.equals(left)) {
        remarkMismatch(option, fixed);
        return true;
      }
      return false;
    }
    boolean comparesWithAll = IsolcpusRules.REPEATED_FLAG_REJECTED.holdsIn(input.kernel());
    for (var type : types) {
      var fixed = masks.get(type);
      if (fixed != null && !fixed.equals(left)) {
        remarkMismatch(option, fixed);
        return true;
      }
      if (fixed != null && comparesWithAll && !left.equals(cpus.possible())) {
        remarkRepeated(option);
        return true;
      }
    }
    return leavesNoCpuForBoth(option, types, left, comparesWithAll);
  }

  private boolean leavesNoCpuForBoth(
      Option option, Set<HousekeepingType> types, CpuSet left, boolean comparesWithAll) {
    if (!IsolcpusRules.NO_CPU_FOR_BOTH.holdsIn(input.kernel())
        || comparesWithAll
        || !(types.contains(HousekeepingType.DOMAIN)
            || types.contains(HousekeepingType.KERNEL_NOISE))) {
      return false;
    }
    var earlier =
        masks.getOrDefault(
            HousekeepingType.DOMAIN,
            masks.getOrDefault(HousekeepingType.KERNEL_NOISE, cpus.possible()));
    int first = left.intersect(earlier).intersect(cpus.present()).first();
    if (first >= 0 && first < Math.min(cpulists.nrCpuIds(), cpus.maxCpus())) {
      return false;
    }
    remarks.error(
        DiagnosticCode.NO_CPU_FOR_BOTH,
        option.parameter(),
        option.listAt(),
        "Together with the option before it this leaves no CPU that is neither nohz_full nor"
            + " isolated: the whole option is dropped.",
        "use the same list for both options");
    return true;
  }

  private void remarkNohzUnsupported(Option option) {
    remarks.error(
        DiagnosticCode.NOHZ_UNSUPPORTED,
        option.parameter(),
        option.word().at(),
        "This kernel is built without CONFIG_NO_HZ_FULL: the whole option is dropped, its other"
            + " flags too.",
        option.parameter().equals("isolcpus")
            ? "leave the flag nohz out"
            : "use a kernel with CONFIG_NO_HZ_FULL=y, or leave the word out");
  }

  private void remarkEmpty(Option option, String what) {
    if (!option.strayed()) {
      remarks.error(
          DiagnosticCode.LIST_EMPTY,
          option.parameter(),
          option.list().isEmpty() ? option.word().at() : option.listAt(),
          "The list isolates no CPU: " + what + ".",
          "write a list, or leave the word out");
    }
  }

  private void remarkMismatch(Option option, CpuSet fixed) {
    remarks.error(
        DiagnosticCode.LISTS_MUST_MATCH,
        option.parameter(),
        option.listAt(),
        "The list differs from that of an earlier option, which isolates "
            + cpus.possible().minus(fixed)
            + ": the whole option is dropped.",
        "write " + cpus.possible().minus(fixed) + " in both");
  }

  private void remarkRepeated(Option option) {
    var rest =
        option.flags().stream()
            .filter(flag ->
                KernelRules.setBy(flag, input.kernel()).stream()
                    .noneMatch(rule -> rule.effect().types().stream().anyMatch(masks::containsKey)))
            .map(IsolationWord::text)
            .toList();
    remarks.error(
        DiagnosticCode.FLAG_REPEATED,
        option.parameter(),
        option.word().at(),
        "An earlier option set one of these flags already: this kernel drops the later option as a"
            + " whole, although the lists are equal.",
        rest.isEmpty()
            ? "leave the word out"
            : "write isolcpus=" + String.join(",", rest) + "," + option.list());
  }
}
