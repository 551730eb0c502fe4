package org.isolctl.model.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.IrqFacts.Irq;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.NetworkFacts.Queue;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.WorkqueueFacts.Workqueue;

/// Which readings a verdict lacks.
///
/// A file that may not be read, or makes no sense, is always a gap. A file that is not there is one
/// only where every kernel, or every machine, should have it: older kernels lack many.
final class Gaps {
  private static final String NOT_HERE = "not on this machine, or not in this capture";

  /// How many processes sos reads the files of, unless it is told otherwise (`numprocs` of its
  /// plugin `process`).
  private static final int MOST_OF_SOS = 2048;

  private final LinkedHashMap<String, Gap> gaps = new LinkedHashMap<>();

  private Gaps() {}

  static List<Gap> of(HostFacts facts) {
    var gaps = new Gaps();
    gaps.machine(facts.machine());
    gaps.threads(facts);
    return new ArrayList<>(gaps.gaps.values());
  }

  private void machine(MachineFacts machine) {
    wanted(machine.kernel().release());
    wanted(machine.kernel().bootLine());
    wanted(machine.kernel().config());
    var cpus = machine.cpus();
    wanted(cpus.possible());
    wanted(cpus.online());
    wanted(cpus.isolated());
    unlessAbsent(cpus.nohzFull());
    cpus.smtSiblings().forEach(core -> unlessAbsent(core.siblings()));
    cpus.nodes().forEach(node -> unlessAbsent(node.cpus()));
    var cgroups = machine.cgroups();
    unlessAbsent(cgroups.isolated());
    for (var partition : cgroups.partitions()) {
      unlessAbsent(partition.state());
      unlessAbsent(partition.effective());
    }
    wanted(machine.workqueues().global());
    unlessAbsent(machine.workqueues().isolated());
    for (Workqueue workqueue : machine.workqueues().named()) {
      unlessAbsent(workqueue.unbound());
    }
    wanted(machine.irqs().defaultMask());
    for (Irq irq : machine.irqs().irqs()) {
      wanted(irq.requested());
      unlessAbsent(irq.effective());
    }
    for (Queue queue : machine.network().receive()) {
      unlessAbsent(queue.cpus());
    }
    unlessAbsent(machine.watchdog().enabled());
    unlessAbsent(machine.watchdog().cpus());
    unlessAbsent(machine.services().irqbalance());
    unlessAbsent(machine.services().irqbalanceBanned());
  }

  private void threads(HostFacts facts) {
    var threads = facts.threads();
    if (threads.hidden()) {
      add(
          new Gap(
              "kernel threads",
              Gap.State.DENIED,
              "this PID namespace hides them, or a /proc with hidepid=: run in the machine's own as"
                  + " root, or with CAP_SYS_PTRACE"));
    } else if (threads.seen() == 0) {
      add(new Gap("/proc", Gap.State.ABSENT, NOT_HERE));
    } else if (threads.kernel() == 0) {
      add(new Gap("kernel threads", Gap.State.ABSENT, NOT_HERE));
    }
    long bare =
        threads.threads().stream()
            .filter(thread -> thread.status().isPresent())
            .mapToInt(ThreadFacts::tgid)
            .distinct()
            .count();
    if (bare >= MOST_OF_SOS) {
      add(
          new Gap(
              "processes beyond " + MOST_OF_SOS,
              Gap.State.ABSENT,
              "sos stops there unless its numprocs says otherwise; isolctl capture takes all"));
    }
    for (ThreadFacts thread : threads.threads()) {
      wanted(thread.mask());
      if (thread.status().isEmpty()) {
        wanted(thread.stat());
      } else {
        add(
            new Gap(
                "/proc/TGID/task/TID/stat",
                Gap.State.ABSENT,
                "a capture that holds it: without it no flags, last CPUs and run times"));
      }
    }
  }

  private void wanted(Reading<?> reading) {
    if (reading instanceof Reading.Absent<?>(var source)) {
      add(new Gap(source, Gap.State.ABSENT, NOT_HERE));
    } else {
      unlessAbsent(reading);
    }
  }

  private void unlessAbsent(Reading<?> reading) {
    switch (reading) {
      case Reading.Present<?> _, Reading.Absent<?> _ -> {}
      case Reading.Denied<?>(var source, var needs) ->
          add(new Gap(source, Gap.State.DENIED, needs));
      case Reading.Malformed<?>(var source, var problem) ->
          add(new Gap(source, Gap.State.MALFORMED, problem));
    }
  }

  private void add(Gap gap) {
    gaps.putIfAbsent(gap.reading(), gap);
  }
}
