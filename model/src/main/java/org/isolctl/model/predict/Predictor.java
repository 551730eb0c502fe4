package org.isolctl.model.predict;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolctl.model.bootline.BootLine;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.Answer;
import org.isolctl.model.rules.BootedKernel;
import org.isolctl.model.rules.CpulistRules;
import org.isolctl.model.rules.Effect;
import org.isolctl.model.rules.HousekeepingType;
import org.isolctl.model.rules.IsolationWord;
import org.isolctl.model.rules.IsolcpusRules;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.ParameterRules;
import org.isolctl.model.rules.PatchRules;
import org.isolctl.model.rules.Rule;
import org.isolctl.model.thread.ThreadClass;

/// Reads a boot line as a kernel does, and says what it leads to.
public final class Predictor {
  private final PredictionInput input;
  private final Remarks remarks = new Remarks();
  private final BootCpus cpus;
  private final HousekeepingSetup housekeeping;
  private final EarlyIsolation early;
  private final OtherMasks others;
  private final boolean isEarly;

  private Predictor(PredictionInput input, List<BootWord> words) {
    this.input = input;
    this.cpus = BootCpus.of(input, words, remarks);
    var cpulists = Cpulists.of(input.kernel(), input.config(), cpus.possible());
    this.housekeeping = new HousekeepingSetup(input, cpus, cpulists, remarks);
    this.early = new EarlyIsolation(input, cpulists, remarks);
    this.others = new OtherMasks(input, cpus, cpulists, remarks);
    this.isEarly = IsolcpusRules.OWN_MAP.holdsIn(input.kernel());
  }

  /// Predicts. Never fails, whatever the boot line holds.
  public static Prediction predict(PredictionInput input) {
    var line = BootLine.parse(input.bootLine());
    boolean dashesEnd = CpulistRules.DASHES_END.holdsIn(input.kernel());
    var words = line.kernelWords(dashesEnd);
    var predictor = new Predictor(input, words);
    words.forEach(predictor::word);
    line.words()
        .subList(words.size(), line.words().size())
        .forEach(word -> KnownWords.afterDashes(word, predictor.remarks));
    return predictor.prediction();
  }

  private void word(BootWord word) {
    switch (word.canonicalName()) {
      case "isolcpus" -> {
        if (isEarly) {
          early.isolcpus(word);
        } else {
          housekeeping.isolcpus(word);
        }
      }
      case "nohz_full" -> {
        if (isEarly) {
          early.nohzFull(word);
        } else {
          housekeeping.nohzFull(word);
        }
      }
      case "irqaffinity" -> others.irqaffinity(word);
      case "rcu_nocbs" -> others.rcuNocbs(word);
      case "workqueue.unbound_cpus" -> others.unboundCpus(word);
      default -> KnownWords.remark(word, remarks);
    }
  }

  private Prediction prediction() {
    var nohzFullBy =
        isEarly
            ? early.nohzFullBy()
            : Optional.ofNullable(housekeeping.words().get(HousekeepingType.TICK));
    var nohzFull = nohzFull(nohzFullBy);
    var booted =
        new BootedKernel(
            cpus.possible(),
            cpus.online(),
            input.bootCpu(),
            isEarly ? early.isolated() : isolatedFromDomains(),
            housekeeping.masks(),
            nohzFull,
            rcuNocbs(nohzFull),
            others.unboundAsked());
    var because = new LinkedHashMap<String, List<String>>();
    var unboundRule = KernelRules.unboundMask(input.kernel());
    var unbound = unboundRule.effect().mask(booted, cpus.online(), CpuSet.empty());
    because.put("workqueue_unbound", chain(unboundRule, List.of()));
    var nodes = nodes();
    var built = built(booted);
    var threads = new EnumMap<ThreadClass, CpuSet>(ThreadClass.class);
    var nodeKthreads = new ArrayList<CpuSet>();
    for (var threadClass : ThreadClass.values()) {
      boolean exists =
          threadClass != ThreadClass.RCUO || !booted.rcuNocbs().isEmpty() || others.offloadsLater();
      KernelRules.maskOf(rulingClass(threadClass), input.kernel())
          .filter(_ -> exists)
          .ifPresent(rule -> {
            boolean ofNode = threadClass == ThreadClass.NODE_KTHREAD;
            if (ofNode) {
              nodes.forEach(node -> nodeKthreads.add(rule.effect().mask(built, node, unbound)));
            }
            var node = ofNode ? nodes.getFirst() : cpus.online();
            var given = rule.effect().mask(built, node, unbound);
            threads.put(threadClass, given);
            var chain = chain(rule, because.getOrDefault("workqueue_unbound", List.of()));
            boolean byPatch = !given.equals(rule.effect().mask(booted, node, unbound));
            because.put("threads." + threadClass.label(), byPatch ? withPatch(chain) : chain);
          });
    }
    Lints.remark(
        input,
        new Outcome(
            booted,
            threads.getOrDefault(ThreadClass.KTHREAD, cpus.possible()),
            threads.getOrDefault(ThreadClass.KTHREADD, cpus.possible()),
            unbound,
            others.irqDefault(),
            isEarly
                ? early.isolatedBy()
                : Optional.ofNullable(housekeeping.words().get(HousekeepingType.DOMAIN)),
            nohzFullBy,
            others.irqaffinityWord(),
            others.unboundWord()),
        remarks);
    return new Prediction(
        input.kernel(),
        Assumptions.of(input),
        input.patched(),
        cpus.possible(),
        cpus.online(),
        booted.isolated(),
        nohzFull,
        booted.rcuNocbs(),
        housekeepingOfThisKernel(booted),
        unbound,
        others.irqDefault(),
        threads,
        List.copyOf(nodeKthreads),
        because,
        remarks.inOrder());
  }

  /// The booted kernel as its threads see it: with the patch, other CPUs for new kernel threads.
  private BootedKernel built(BootedKernel booted) {
    return isPatchedBy(PatchRules.DEFAULT_MASK)
        ? booted.withKthreads(
            PatchRules.DEFAULT_MASK.effect().mask(booted, cpus.online(), CpuSet.empty()))
        : booted;
  }

  /// The class whose rule gives the mask of this one.
  private ThreadClass rulingClass(ThreadClass threadClass) {
    return threadClass == ThreadClass.KTHREADD && isPatchedBy(PatchRules.KTHREADD_MOVES_LATE)
        ? ThreadClass.KTHREAD
        : threadClass;
  }

  private boolean isPatchedBy(Rule rule) {
    return input.patched() && rule.holdsIn(input.kernel());
  }

  private List<String> withPatch(List<String> chain) {
    return Stream.concat(chain.stream(), chain(PatchRules.DEFAULT_MASK, List.of()).stream())
        .distinct()
        .toList();
  }

  private CpuSet isolatedFromDomains() {
    var left = housekeeping.masks().get(HousekeepingType.DOMAIN);
    return left == null ? CpuSet.empty() : cpus.possible().minus(left);
  }

  private CpuSet nohzFull(Optional<BootWord> word) {
    var mask = isEarly ? early.nohzFull() : housekeeping.nohzFull();
    boolean bootCpuKeepsTick =
        ParameterRules.TICK_LEAVES_BOOT_CPU.holdsIn(input.kernel())
            || (ParameterRules.TICK_LEAVES_BOOT_CPU_FOR_SLEEP.holdsIn(input.kernel())
                && input.config().has("PM_SLEEP_SMP") != Answer.NO);
    if (mask.contains(input.bootCpu()) && bootCpuKeepsTick) {
      mask = mask.minus(CpuSet.of(input.bootCpu()));
      word.ifPresent(by ->
          remarks.warning(
              DiagnosticCode.BOOT_CPU_KEEPS_TICK,
              by.canonicalName(),
              by.at(),
              "The boot CPU keeps its tick: the kernel takes CPU "
                  + input.bootCpu()
                  + " out of nohz_full"
                  + (isEarly ? "." : ", but not back into housekeeping."),
              "leave CPU " + input.bootCpu() + " out of the list"));
    }
    if (!ParameterRules.NOHZ_FULL_NEEDS_NOCBS.holdsIn(input.kernel())
        || mask.isSubsetOf(others.rcuNocbs())) {
      return mask;
    }
    var lacking = mask.minus(others.rcuNocbs());
    word.ifPresent(by ->
        remarks.error(
            DiagnosticCode.NOHZ_FULL_NEEDS_RCU_NOCBS,
            "nohz_full",
            by.at(),
            "This kernel takes CPUs " + lacking + " out, as they are not in rcu_nocbs=.",
            "add rcu_nocbs=" + lacking));
    return mask.minus(lacking);
  }

  private CpuSet rcuNocbs(CpuSet nohzFull) {
    boolean implied =
        ParameterRules.NOHZ_FULL_IMPLIES_NOCBS.holdsIn(input.kernel())
            && input.config().has("RCU_NOCB_CPU") != Answer.NO;
    return implied
        ? others.rcuNocbs().union(nohzFull.intersect(cpus.possible()))
        : others.rcuNocbs();
  }

  private List<CpuSet> nodes() {
    return input.nodes().isEmpty()
        ? List.of(cpus.online())
        : input.nodes().stream().map(node -> node.intersect(cpus.online())).toList();
  }

  private Map<HousekeepingType, CpuSet> housekeepingOfThisKernel(BootedKernel booted) {
    var all = new EnumMap<HousekeepingType, CpuSet>(HousekeepingType.class);
    for (var word : IsolationWord.values()) {
      KernelRules.setBy(word, input.kernel())
          .ifPresent(rule ->
              rule.effect().types().forEach(type -> all.put(type, booted.housekeeping(type))));
    }
    return all;
  }

  private List<String> chain(Rule rule, List<String> unboundChain) {
    var ids = new ArrayList<String>();
    rule.effect().reads().stream()
        .sorted()
        .flatMap(type -> housekeeping.setBy(type).stream())
        .distinct()
        .forEach(ids::add);
    if (rule.effect() instanceof Effect.FollowsUnbound) {
      ids.addAll(unboundChain);
    }
    ids.add(rule.id());
    return List.copyOf(ids);
  }
}
