package org.isolctl.model.predict;

import java.util.Optional;
import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.bootline.Span;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.Answer;
import org.isolctl.model.rules.ParameterRules;
import org.isolctl.model.rules.WorkqueueRules;

/// The masks of `irqaffinity=`, `rcu_nocbs=` and `workqueue.unbound_cpus=`. Of each the last word
/// counts.
final class OtherMasks {
  private final PredictionInput input;
  private final BootCpus cpus;
  private final Cpulists cpulists;
  private final Remarks remarks;
  private CpuSet irqDefault;
  private CpuSet rcuNocbs = CpuSet.empty();
  private CpuSet unboundAsked = CpuSet.empty();
  private Optional<BootWord> irqaffinityWord = Optional.empty();
  private Optional<BootWord> rcuNocbsWord = Optional.empty();
  private Optional<BootWord> unboundWord = Optional.empty();

  OtherMasks(PredictionInput input, BootCpus cpus, Cpulists cpulists, Remarks remarks) {
    this.input = input;
    this.cpus = cpus;
    this.cpulists = cpulists;
    this.remarks = remarks;
    this.irqDefault = cpus.possible();
  }

  CpuSet irqDefault() {
    return irqDefault;
  }

  CpuSet rcuNocbs() {
    return rcuNocbs;
  }

  /// Whether the word alone makes the threads that offload, of all CPUs and whatever its list.
  boolean offloadsLater() {
    return rcuNocbsWord.isPresent()
        && ParameterRules.RCU_NOCBS_WITHOUT_LIST.holdsIn(input.kernel());
  }

  CpuSet unboundAsked() {
    return unboundAsked;
  }

  Optional<BootWord> irqaffinityWord() {
    return irqaffinityWord;
  }

  Optional<BootWord> unboundWord() {
    return unboundWord;
  }

  void irqaffinity(BootWord word) {
    if (word.value().isEmpty()) {
      remarks.valueMissing("irqaffinity", word);
      return;
    }
    if (!ParameterRules.IRQAFFINITY.holdsIn(input.kernel())) {
      remarkUnknown("irqaffinity", word, "write to /proc/irq/default_smp_affinity after boot");
      return;
    }
    irqaffinityWord.ifPresent(earlier -> remarks.repeated("irqaffinity", earlier));
    irqaffinityWord = Optional.of(word);
    String list = word.value().orElse("");
    var reading = cpulists.read(list);
    reading
        .error()
        .ifPresent(error ->
            cpulists.remark(
                remarks,
                "irqaffinity",
                list,
                word.valueAt().offset(),
                error,
                "only what stands before it and the boot CPU count"));
    irqDefault = reading.kept().union(CpuSet.of(input.bootCpu()));
    if (!reading.kept().contains(input.bootCpu())) {
      remarks.info(
          DiagnosticCode.BOOT_CPU_ADDED,
          "irqaffinity",
          word.at(),
          "The kernel adds boot CPU " + input.bootCpu() + ": the mask is " + irqDefault + ".");
    }
  }

  void rcuNocbs(BootWord word) {
    if (input.config().has("RCU_NOCB_CPU") == Answer.NO) {
      remarks.error(
          DiagnosticCode.NOCB_UNSUPPORTED,
          "rcu_nocbs",
          word.at(),
          "This kernel is built without CONFIG_RCU_NOCB_CPU and does not know the word.",
          "use a kernel with CONFIG_RCU_NOCB_CPU=y, or leave the word out");
      return;
    }
    if (word.value().isEmpty() && !ParameterRules.RCU_NOCBS_WITHOUT_LIST.holdsIn(input.kernel())) {
      remarks.valueMissing("rcu_nocbs", word);
      return;
    }
    rcuNocbsWord.ifPresent(earlier -> remarks.repeated("rcu_nocbs", earlier));
    rcuNocbsWord = Optional.of(word);
    String list = word.value().orElse("");
    var reading = cpulists.read(list);
    boolean saysAll = list.equalsIgnoreCase("all");
    boolean badMeansAll = ParameterRules.RCU_NOCBS_BAD_MEANS_ALL.holdsIn(input.kernel());
    if (badMeansAll && (saysAll || reading.error().isPresent())) {
      rcuNocbs = cpus.possible();
      if (!saysAll) {
        remarks.error(
            DiagnosticCode.RCU_NOCBS_ALL,
            "rcu_nocbs",
            new Span(word.valueAt().offset(), list.length()),
            "The list is bad ("
                + reading.error().orElseThrow().reason()
                + "): this kernel then offloads all CPUs.",
            "write a list of CPUs up to " + (cpulists.nrCpuIds() - 1));
      }
      return;
    }
    reading
        .error()
        .ifPresent(error ->
            cpulists.remark(
                remarks,
                "rcu_nocbs",
                list,
                word.valueAt().offset(),
                error,
                "only what stands before it counts"));
    rcuNocbs = reading.kept().intersect(cpus.possible());
  }

  void unboundCpus(BootWord word) {
    if (word.value().isEmpty()) {
      remarks.valueMissing("workqueue.unbound_cpus", word);
      return;
    }
    if (!WorkqueueRules.UNBOUND_CPUS.holdsIn(input.kernel())) {
      remarkUnknown(
          "workqueue.unbound_cpus",
          word,
          "write to /sys/devices/virtual/workqueue/cpumask after boot");
      return;
    }
    unboundWord.ifPresent(earlier -> remarks.repeated("workqueue.unbound_cpus", earlier));
    unboundWord = Optional.of(word);
    String list = word.value().orElse("");
    var reading = cpulists.read(list);
    reading
        .error()
        .ifPresent(error ->
            cpulists.remark(
                remarks,
                "workqueue.unbound_cpus",
                list,
                word.valueAt().offset(),
                error,
                "the word has no effect"));
    unboundAsked = reading.error().isPresent() ? CpuSet.empty() : reading.kept();
  }

  private void remarkUnknown(String parameter, BootWord word, String instead) {
    remarks.error(
        DiagnosticCode.PARAMETER_UNKNOWN,
        parameter,
        word.at(),
        "This kernel does not know the word, and hands it to process 1.",
        instead);
  }
}
