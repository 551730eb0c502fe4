package org.isolctl.host.machine;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.files.Numbers;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CpuFacts;

/// The CPUs: `/sys/devices/system/cpu` and `/sys/devices/system/node`.
final class CpuReader {
  private static final String CPUS = "/sys/devices/system/cpu/";
  private static final String NODES = "/sys/devices/system/node";

  private final MachineFiles files;
  private final ValueFiles values;

  CpuReader(MachineFiles files) {
    this.files = files;
    this.values = new ValueFiles(files);
  }

  CpuFacts read() {
    var possible = values.cpulist(CPUS + "possible");
    var present = values.cpulist(CPUS + "present");
    var online = values.cpulist(CPUS + "online");
    var cpus = online.toOptional().or(present::toOptional).orElse(CpuSet.empty());
    return new CpuFacts(
        possible,
        present,
        online,
        values.cpulist(CPUS + "isolated"),
        files.text(CPUS + "nohz_full").parse(CpuReader::nohzFull),
        siblings(cpus),
        nodes(),
        new CacheReader(files).lastLevel(cpus));
  }

  /// Until 6.18 the kernel prints a missing mask as `(null)` (tick_nohz_full in
  /// drivers/base/cpu.c), from 6.19 on as an empty line.
  private static CpuSet nohzFull(String text) {
    return text.strip().equals("(null)") ? CpuSet.empty() : CpuSet.parseList(text);
  }

  private List<CpuFacts.CpuSiblings> siblings(CpuSet cpus) {
    var siblings = new ArrayList<CpuFacts.CpuSiblings>();
    cpus.forEach(cpu ->
        siblings.add(
            new CpuFacts.CpuSiblings(
                cpu, values.cpulist(CPUS + "cpu" + cpu + "/topology/thread_siblings_list"))));
    return List.copyOf(siblings);
  }

  private List<CpuFacts.Node> nodes() {
    var nodes = new ArrayList<CpuFacts.Node>();
    for (int number : Numbers.after("node", files.folders(NODES))) {
      nodes.add(new CpuFacts.Node(number, values.cpulist(NODES + "/node" + number + "/cpulist")));
    }
    return List.copyOf(nodes);
  }
}
