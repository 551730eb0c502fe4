package org.isolctl.app.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CgroupFacts;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.facts.HostFacts;
import org.isolctl.model.facts.IrqFacts;
import org.isolctl.model.facts.KernelFacts;
import org.isolctl.model.facts.MachineFacts;
import org.isolctl.model.facts.NetworkFacts;
import org.isolctl.model.facts.Reading;
import org.isolctl.model.facts.ServiceFacts;
import org.isolctl.model.facts.ThreadCensus;
import org.isolctl.model.facts.ThreadFacts;
import org.isolctl.model.facts.ThreadStat;
import org.isolctl.model.facts.WatchdogFacts;
import org.isolctl.model.facts.WorkqueueFacts;

/// Facts of a machine drawn by hand: four CPUs, a few threads, nothing else.
final class MachineSketch {
  private MachineSketch() {}

  static HostFacts facts() {
    return new HostFacts(
        machine(),
        new ThreadCensus(
            3,
            1,
            0,
            false,
            List.of(
                thread(1, 1, "systemd", 0, "0-1"),
                thread(2, 2, "kthreadd", ThreadStat.PF_KTHREAD, "0-3"),
                thread(4712, 4711, "app\u001b[0m", 0, "1"))),
        Optional.empty());
  }

  static ThreadFacts thread(int tid, int tgid, String comm, long flags, String mask) {
    return new ThreadFacts(
        tid,
        tgid,
        Reading.present("sched_getaffinity " + tid, CpuSet.parseList(mask)),
        Reading.present(
            "/proc/" + tid + "/stat", new ThreadStat(comm, 'S', 0, flags, 1, 1, 1, 0, 0)));
  }

  private static MachineFacts machine() {
    Reading<CpuSet> all = Reading.present("/sys/devices/system/cpu/possible", CpuSet.range(0, 3));
    Reading<CpuSet> none = Reading.absent("none");
    return new MachineFacts(
        new KernelFacts(
            Reading.present("/proc/sys/kernel/osrelease", "6.12.117"),
            Reading.present("/proc/cmdline", "isolcpus=2-3"),
            Reading.present("/boot/config", Map.of()),
            Reading.absent("/proc/kallsyms")),
        new CpuFacts(all, all, all, none, none, List.of(), List.of(), List.of()),
        new CgroupFacts(Reading.absent("/proc/mounts"), none, List.of(), List.of()),
        new WorkqueueFacts(none, none, none, List.of()),
        new IrqFacts(none, List.of()),
        new NetworkFacts(List.of(), List.of()),
        new WatchdogFacts(Reading.absent("/proc/sys/kernel/watchdog"), none),
        new ServiceFacts(
            Reading.absent("irqbalance"),
            none,
            Reading.absent("tuned"),
            Reading.absent("stalld"),
            none));
  }
}
