package org.isolctl.model.judge.detect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.IrqFacts.Irq;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.FindingCode;
import org.isolctl.model.judge.Grade;
import org.isolctl.model.judge.Remedy;
import org.isolctl.model.judge.Severity;
import org.isolctl.model.judge.Situation;
import org.isolctl.model.judge.Subject;

/// Interrupts that may go, or do go, to isolated CPUs. An interrupt that nobody uses is left out.
public final class IrqStrays implements Detector {
  @Override
  public void detect(Situation situation, Consumer<Finding> found) {
    for (Irq irq : situation.machine().irqs().irqs()) {
      if (!irq.name().isEmpty()) {
        var requested = irq.requested().toOptional().orElse(CpuSet.empty());
        var effective = irq.effective().toOptional();
        if (requested.intersects(situation.isolated())) {
          found.accept(reaching(situation, irq, requested, effective));
        } else if (effective.map(cpus -> cpus.intersects(situation.isolated())).orElse(false)) {
          found.accept(pending(situation, irq, effective.get()));
        }
      }
    }
  }

  private static Finding reaching(
      Situation situation, Irq irq, CpuSet requested, Optional<CpuSet> effective) {
    var reach = situation.reach(requested);
    if (!situation.spans(requested) && !isManaged(irq)) {
      return placed(situation, irq, requested, reach);
    }
    var fired = fired(situation, irq, reach);
    var grade = grade(situation, fired, effective);
    var cause = isManaged(irq) ? Cause.MANAGED_IRQ : Cause.IRQ_MASK;
    boolean movable = !isManaged(irq) && !isPitTimer(irq);
    return new Finding(
        FindingCode.IRQ_STRAY,
        movable || watched(situation, irq) ? Situation.severityOf(grade) : Severity.WARNING,
        new Subject.OfIrq(irq.number(), irq.name()),
        Optional.of(situation.cut(requested)),
        reach,
        Optional.of(grade),
        Optional.of(cause),
        movable,
        sentence(effective, fired, watched(situation, irq)),
        remedy(situation, irq, cause, movable),
        readings(irq));
  }

  /// Wholly inside the isolated CPUs: an application's own device, or one queue of a device whose
  /// interrupts the kernel manages. Only debugfs tells which.
  private static Finding placed(Situation situation, Irq irq, CpuSet requested, CpuSet reach) {
    boolean known = irq.managed().toOptional().isPresent();
    return new Finding(
        FindingCode.IRQ_STRAY,
        Severity.INFO,
        new Subject.OfIrq(irq.number(), irq.name()),
        Optional.of(situation.cut(requested)),
        reach,
        Optional.empty(),
        known ? Optional.of(Cause.USER_PINNED) : Optional.empty(),
        true,
        known
            ? "Its mask lies wholly inside the isolated CPUs: somebody put it there."
            : "Its mask lies wholly inside the isolated CPUs: somebody put it there, or the kernel"
                + " manages it, which "
                + irq.managed().source()
                + " would tell.",
        Remedy.none("nothing, where that is meant"),
        readings(irq));
  }

  private static Finding pending(Situation situation, Irq irq, CpuSet effective) {
    return new Finding(
        FindingCode.IRQ_STRAY,
        Severity.WARNING,
        new Subject.OfIrq(irq.number(), irq.name()),
        irq.requested().toOptional().map(situation::cut),
        situation.reach(effective),
        Optional.of(Grade.WILL_RUN),
        Optional.of(Cause.IRQ_PENDING),
        true,
        "Its mask is right but not yet in effect: the next interrupt still goes to CPU "
            + effective
            + ".",
        Remedy.none("the mask takes hold at the next interrupt by itself"),
        readings(irq));
  }

  private static Grade grade(Situation situation, CpuSet fired, Optional<CpuSet> effective) {
    if (!fired.isEmpty()) {
      return Grade.DID_RUN;
    }
    // No scheduler domain keeps an interrupt away: where it goes now is where it will fire.
    boolean goesElsewhere =
        effective
            .map(cpus -> !cpus.isEmpty() && !cpus.intersects(situation.isolated()))
            .orElse(false);
    return goesElsewhere ? Grade.MAY_RUN : Grade.WILL_RUN;
  }

  /// The isolated CPUs that took it: while somebody watched, or else since boot.
  private static CpuSet fired(Situation situation, Irq irq, CpuSet reach) {
    var counts =
        situation.facts().watch().map(watch -> watch.irqs().get(irq.number())).orElse(irq.counts());
    return CpuSet.of(
        counts.entrySet().stream()
            .filter(count -> count.getValue() > 0 && reach.contains(count.getKey()))
            .mapToInt(Map.Entry::getKey)
            .toArray());
  }

  private static boolean watched(Situation situation, Irq irq) {
    return situation.facts().watch().map(w -> w.irqs().containsKey(irq.number())).orElse(false);
  }

  private static boolean isManaged(Irq irq) {
    return irq.managed().toOptional().orElse(false);
  }

  /// IRQ 0 of a PC is registered with IRQF_NOBALANCING (arch/x86/kernel/time.c, 6.12): a write of
  /// its mask fails.
  private static boolean isPitTimer(Irq irq) {
    return irq.number() == 0 && irq.name().equals("timer");
  }

  private static String sentence(Optional<CpuSet> effective, CpuSet fired, boolean watched) {
    var text = "Its mask reaches isolated CPUs";
    if (effective.isPresent() && !effective.get().isEmpty()) {
      text += "; it now goes to CPU " + effective.get();
    }
    if (!fired.isEmpty()) {
      text += "; CPU " + fired + " took it " + (watched ? "while watched" : "since boot");
    }
    return text + ".";
  }

  private static Remedy remedy(Situation situation, Irq irq, Cause cause, boolean movable) {
    if (cause == Cause.MANAGED_IRQ) {
      return Remedy.lastingOnly(
          "isolcpus=managed_irq,domain," + situation.isolated() + " keeps it away at best effort",
          "the kernel itself places a managed interrupt and refuses a write");
    }
    if (!movable) {
      return Remedy.none("the kernel refuses another mask for the timer of a PC");
    }
    return Remedy.of(
        "write "
            + situation.housekeeping()
            + " to /proc/irq/"
            + irq.number()
            + "/smp_affinity_list",
        "irqaffinity=" + situation.housekeeping() + " on the boot line");
  }

  private static List<String> readings(Irq irq) {
    return List.of(irq.requested().source(), irq.effective().source(), "/proc/interrupts");
  }
}
