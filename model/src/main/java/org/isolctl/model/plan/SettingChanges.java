package org.isolctl.model.plan;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.IrqFacts.Irq;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.NetworkFacts.Queue;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.WorkqueueFacts.Workqueue;
import org.isolctl.model.judge.Cause;
import org.isolctl.model.judge.Finding;
import org.isolctl.model.judge.Subject;

/// Mends everything but the masks of threads.
final class SettingChanges {
  private final MachineFacts machine;
  private final Narrowing narrowing;

  SettingChanges(MachineFacts machine, Narrowing narrowing) {
    this.machine = machine;
    this.narrowing = narrowing;
  }

  Mending mend(Finding finding) {
    return switch (finding.code()) {
      case WORKQUEUE_STRAY -> workqueue(finding);
      case IRQ_STRAY -> irq(finding);
      case IRQ_DEFAULT_REACHES -> mask(new Target.OfIrqDefault(), machine.irqs().defaultMask());
      case RPS_REACHES -> receiveQueue(finding);
      case WATCHDOG_REACHES -> mask(new Target.OfWatchdog(), machine.watchdog().cpus());
      case IRQBALANCE_UNAWARE -> irqbalance();
      case KTHREAD_STRAY, USER_STRAY -> new Mending.Elsewhere();
      case PILE_UP,
          PER_CPU_KTHREAD,
          SMT_SIBLING_SHARED,
          TICK_NOT_STOPPED,
          RCU_NOT_OFFLOADED,
          PARTITION_INVALID,
          BOOT_WORD_IGNORED,
          PREDICTION_DIFFERS,
          KERNEL_PATCHED ->
          new Mending.Not(reasonOf(finding));
    };
  }

  /// What the finding itself says where no mask mends it.
  static String reasonOf(Finding finding) {
    var remedy = finding.remedy();
    return remedy
        .otherwise()
        .or(() -> remedy.lasting().map(lasting -> "only this mends it: " + lasting))
        .or(() -> remedy.now().map(now -> "this is for you to do: " + now))
        .orElse("nothing is known that mends it");
  }

  private Mending workqueue(Finding finding) {
    if (!(finding.subject() instanceof Subject.OfWorkqueue(var name))) {
      return new Mending.Elsewhere();
    }
    var target = new Target.OfWorkqueue(name);
    if (name.equals("*")) {
      // From 6.8 on a write sets what is requested, and the kernel takes away from it what it
      // isolates (kernel/workqueue.c, 6.12): the former request is what must come back.
      var workqueues = machine.workqueues();
      return workqueues.requested() instanceof Reading.Present<CpuSet> requested
          ? mask(target, requested)
          : mask(target, workqueues.global());
    }
    return first(
        machine.workqueues().named(),
        workqueue -> workqueue.name().equals(name),
        Workqueue::unbound,
        target);
  }

  private Mending irq(Finding finding) {
    if (!(finding.subject() instanceof Subject.OfIrq(var number, var name))) {
      return new Mending.Elsewhere();
    }
    boolean pending = finding.cause().map(cause -> cause == Cause.IRQ_PENDING).orElse(false);
    if (pending || !finding.movable()) {
      return new Mending.Not(reasonOf(finding));
    }
    return first(
        machine.irqs().irqs(),
        irq -> irq.number() == number,
        Irq::requested,
        new Target.OfIrq(number, name));
  }

  private Mending receiveQueue(Finding finding) {
    if (!(finding.subject() instanceof Subject.OfQueue(var device, var name))) {
      return new Mending.Elsewhere();
    }
    return first(
        machine.network().receive(),
        queue -> queue.device().equals(device) && queue.queue().equals(name),
        Queue::cpus,
        new Target.OfReceiveQueue(device, name));
  }

  /// A ban list replaces what irqbalance finds by itself, so it must hold all isolated CPUs.
  private Mending irqbalance() {
    var reading = machine.services().irqbalanceBanned();
    var banned = reading.toOptional();
    boolean ours = reading.source().equals(Target.OfIrqbalance.BAN_LIST);
    return new Mending.By(
        new Target.OfIrqbalance(),
        banned.filter(_ -> ours).map(Value::of).orElse(Target.OfIrqbalance.NONE),
        Value.of(banned.orElse(CpuSet.empty()).union(narrowing.isolated())));
  }

  private <T> Mending first(
      List<T> all, Predicate<T> wanted, Function<T, Reading<CpuSet>> maskOf, Target target) {
    return all.stream()
        .filter(wanted)
        .findFirst()
        .map(one -> mask(target, maskOf.apply(one)))
        .orElseGet(() -> new Mending.Not("its mask was not read"));
  }

  private Mending mask(Target target, Reading<CpuSet> reading) {
    return reading
        .toOptional()
        .map(mask -> narrowing.mend(target, mask))
        .orElseGet(() -> new Mending.Not(reading.source() + " could not be read"));
  }
}
