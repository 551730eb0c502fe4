package org.isolctl.model.predict;

import org.isolctl.model.bootline.BootWord;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.Answer;
import org.isolctl.model.rules.Effect;
import org.isolctl.model.rules.HousekeepingType;
import org.isolctl.model.rules.IsolationWord;
import org.isolctl.model.rules.KernelRules;
import org.isolctl.model.rules.ParameterRules;
import org.isolctl.model.thread.ThreadClass;

/// Remarks on words that are right each by itself, and wrong or lacking together.
final class Lints {
  private final PredictionInput input;
  private final Outcome outcome;
  private final CpuSet isolated;
  private final CpuSet nohzFull;
  private final Remarks remarks;

  private Lints(PredictionInput input, Outcome outcome, Remarks remarks) {
    this.input = input;
    this.outcome = outcome;
    this.isolated = outcome.kernel().isolated();
    this.nohzFull = outcome.kernel().nohzFull();
    this.remarks = remarks;
  }

  static void remark(PredictionInput input, Outcome outcome, Remarks remarks) {
    var lints = new Lints(input, outcome, remarks);
    outcome.isolatedBy().ifPresent(lints::ofIsolation);
    outcome.nohzFullBy().ifPresent(lints::ofNohzFull);
    outcome.irqaffinity().ifPresent(lints::ofIrqaffinity);
    lints.ofUnbound();
  }

  private void ofIsolation(BootWord word) {
    if (isolated.isEmpty()) {
      return;
    }
    kthreads(word);
    if (!isolated.isSubsetOf(outcome.kernel().rcuNocbs())) {
      remarks.info(
          DiagnosticCode.ISOLATED_WITHOUT_RCU_NOCBS,
          "isolcpus",
          word.at(),
          "RCU callbacks run on CPUs "
              + isolated.minus(outcome.kernel().rcuNocbs())
              + " themselves.",
          "add "
              + (canBeTickless() ? "nohz_full=" : "rcu_nocbs=")
              + isolated
              + (canBeTickless() ? ", which offloads them too" : ""));
    }
    if (outcome.irqaffinity().isEmpty() && outcome.irqDefault().intersects(isolated)) {
      boolean known = ParameterRules.IRQAFFINITY.holdsIn(input.kernel());
      var left = outcome.kernel().possible().minus(isolated);
      remarks.info(
          DiagnosticCode.IRQ_DEFAULT_REACHES_ISOLATED,
          "isolcpus",
          word.at(),
          "Without irqaffinity= new interrupts may be sent to CPUs " + isolated + ".",
          known
              ? "add irqaffinity=" + left
              : "write " + left + " to /proc/irq/default_smp_affinity after boot, as a mask");
    }
    for (var core : input.smtSiblings()) {
      var inside = core.intersect(isolated);
      if (!inside.isEmpty() && !core.isSubsetOf(isolated)) {
        remarks.warning(
            DiagnosticCode.SMT_SIBLING_OUTSIDE,
            "isolcpus",
            word.at(),
            "CPUs "
                + core
                + " are one core: what runs on "
                + core.minus(isolated)
                + " slows "
                + inside
                + ".",
            "isolate all CPUs of the core");
      }
    }
    if (!outcome.kernel().possible().minus(isolated).intersects(outcome.kernel().online())) {
      remarks.error(
          DiagnosticCode.BOOT_FAILS,
          "isolcpus",
          word.at(),
          "No CPU that is left for housekeeping is brought up at boot: this kernel panics when it"
              + " starts process 1.",
          "leave one of CPUs " + outcome.kernel().online() + " out of the list");
    }
  }

  private void kthreads(BootWord word) {
    var reached = outcome.kthread().intersect(isolated);
    if (!reached.isEmpty() && input.patched()) {
      // The patch falls back to this only where nothing would be left.
      remarks.warning(
          DiagnosticCode.KTHREADS_NOT_MOVED,
          "isolcpus",
          word.at(),
          "isolcpus= and nohz_full= leave kernel threads no CPU together: their mask still reaches"
              + " CPUs "
              + reached
              + ".",
          "use the same list for both options");
    } else if (!reached.isEmpty()) {
      boolean nohzMoves = kthreadsFollow(HousekeepingType.KTHREAD);
      remarks.warning(
          DiagnosticCode.KTHREADS_NOT_MOVED,
          "isolcpus",
          word.at(),
          "On this kernel isolcpus= does not move kernel threads: their mask still reaches CPUs "
              + reached
              + ".",
          nohzMoves && canBeTickless()
              ? "add nohz_full=" + isolated
              : nohzMoves
                  ? "use a kernel with CONFIG_NO_HZ_FULL=y and add nohz_full=" + isolated
                  : "no boot word of this kernel does: move the threads after boot");
    } else if (!outcome.kthreadd().equals(outcome.kthread())) {
      remarkBootCpu("isolcpus", word);
    }
  }

  private void ofNohzFull(BootWord word) {
    if (nohzFull.isEmpty()) {
      return;
    }
    String parameter = word.canonicalName();
    if (isolated.isEmpty() && !outcome.kthreadd().equals(outcome.kthread())) {
      remarkBootCpu(parameter, word);
    }
    var balanced = nohzFull.minus(isolated);
    if (balanced.isEmpty()) {
      return;
    }
    String instead = "isolate them too: isolcpus=" + (takesFlags() ? "domain," : "") + nohzFull;
    if (outcome.kthread().intersects(balanced) && kthreadsFollow(HousekeepingType.DOMAIN)) {
      remarks.warning(
          DiagnosticCode.NOHZ_FULL_WITHOUT_ISOLATION,
          parameter,
          word.at(),
          "On this kernel nohz_full= alone does not move kernel threads: they, and user tasks, run"
              + " on CPUs "
              + balanced
              + ".",
          instead);
    } else {
      remarks.info(
          DiagnosticCode.NOHZ_FULL_WITHOUT_ISOLATION,
          parameter,
          word.at(),
          "The scheduler still places and balances user tasks on CPUs " + balanced + ".",
          instead);
    }
  }

  private void ofIrqaffinity(BootWord word) {
    var reached = outcome.irqDefault().intersect(isolated.union(nohzFull));
    if (!reached.isEmpty()) {
      remarks.warning(
          DiagnosticCode.IRQAFFINITY_REACHES_ISOLATED,
          "irqaffinity",
          word.at(),
          "The mask of new interrupts is "
              + outcome.irqDefault()
              + " and reaches isolated CPUs "
              + reached
              + ".",
          "write irqaffinity=" + outcome.kernel().possible().minus(isolated.union(nohzFull)));
    }
  }

  private void ofUnbound() {
    var asked = outcome.kernel().unboundAsked();
    outcome
        .unboundCpus()
        .filter(_ -> !asked.isEmpty() && !outcome.workqueueUnbound().isSubsetOf(asked))
        .ifPresent(word ->
            remarks.error(
                DiagnosticCode.UNBOUND_RESTRICTION_SKIPPED,
                "workqueue.unbound_cpus",
                word.at(),
                "The list has no CPU in common with what isolation leaves: the word has no"
                    + " effect.",
                "write a part of " + outcome.workqueueUnbound()));
    outcome
        .isolatedBy()
        .filter(_ -> outcome.workqueueUnbound().isEmpty())
        .ifPresent(word ->
            remarks.error(
                DiagnosticCode.UNBOUND_MASK_EMPTY,
                "isolcpus",
                word.at(),
                "isolcpus= and nohz_full= leave unbound workqueues no CPU together: their mask"
                    + " is empty, and their threads run anywhere.",
                "use the same list for both options"));
  }

  private void remarkBootCpu(String parameter, BootWord word) {
    remarks.warning(
        DiagnosticCode.BOOT_CPU_ISOLATED,
        parameter,
        word.at(),
        "The boot CPU is isolated: kthreadd, and threads that start before the other CPUs, stay on"
            + " CPU "
            + input.bootCpu()
            + ".",
        "leave CPU " + input.bootCpu() + " out of the list");
  }

  private boolean kthreadsFollow(HousekeepingType type) {
    return KernelRules.maskOf(ThreadClass.KTHREAD, input.kernel()).stream()
        .anyMatch(rule ->
            rule.effect() instanceof Effect.GivesMask(var reads, _) && reads.contains(type));
  }

  private boolean canBeTickless() {
    return input.config().has("NO_HZ_FULL") != Answer.NO;
  }

  private boolean takesFlags() {
    return KernelRules.setBy(IsolationWord.DOMAIN, input.kernel()).isPresent();
  }
}
