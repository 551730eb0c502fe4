package org.isolctl.model.run;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.isolctl.model.cpu.CpuSet;

/// Gives each thread of a process a CPU of its own, and as few as can be a shared one.
public final class Spread {
  private Spread() {}

  /// One CPU for each thread. A thread that alone has one of the CPUs already keeps it, so that
  /// spreading again moves nobody.
  ///
  /// @param masks the mask of each thread, by tid
  /// @param cpus at least one
  /// @return the CPU of each thread, by tid
  public static SortedMap<Integer, Integer> over(SortedMap<Integer, CpuSet> masks, CpuSet cpus) {
    if (cpus.isEmpty()) {
      throw new IllegalArgumentException("no CPU to spread threads over");
    }
    int fair = Math.ceilDiv(masks.size(), cpus.size());
    var load = new HashMap<Integer, Integer>();
    cpus.forEach(cpu -> load.put(cpu, 0));
    var spread = new TreeMap<Integer, Integer>();
    masks.forEach((tid, mask) -> {
      if (mask.size() == 1
          && cpus.contains(mask.first())
          && load.getOrDefault(mask.first(), 0) < fair) {
        spread.put(tid, mask.first());
        load.merge(mask.first(), 1, Integer::sum);
      }
    });
    for (int tid : masks.keySet()) {
      if (!spread.containsKey(tid)) {
        int cpu = emptiest(load, cpus);
        spread.put(tid, cpu);
        load.merge(cpu, 1, Integer::sum);
      }
    }
    return spread;
  }

  private static int emptiest(Map<Integer, Integer> load, CpuSet cpus) {
    return cpus.stream()
        .boxed()
        .min((a, b) -> Integer.compare(load.getOrDefault(a, 0), load.getOrDefault(b, 0)))
        .orElseThrow();
  }
}
