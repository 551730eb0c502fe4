package org.isolctl.host.machine;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.files.Numbers;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.CpuFacts;
import org.isolctl.model.facts.Reading;

/// The caches that CPUs share, from `/sys/devices/system/cpu/cpuN/cache`.
final class CacheReader {
  private final MachineFiles files;
  private final ValueFiles values;

  CacheReader(MachineFiles files) {
    this.files = files;
    this.values = new ValueFiles(files);
  }

  /// One cache for each group of CPUs: the one with the highest level.
  List<CpuFacts.Cache> lastLevel(CpuSet cpus) {
    var caches = new ArrayList<CpuFacts.Cache>();
    var rest = cpus;
    while (!rest.isEmpty()) {
      int cpu = rest.first();
      var covered = CpuSet.of(cpu);
      var cache = lastLevelOf("/sys/devices/system/cpu/cpu" + cpu + "/cache");
      if (!cache.isEmpty()) {
        caches.add(cache.getFirst());
        covered = cache.getFirst().sharedBy().toOptional().orElse(covered).union(covered);
      }
      rest = rest.minus(covered);
    }
    return List.copyOf(caches);
  }

  /// The highest cache of one CPU, or none.
  private List<CpuFacts.Cache> lastLevelOf(String folder) {
    int highest = 0;
    int index = -1;
    for (int number : Numbers.after("index", files.folders(folder))) {
      if (values.number(folder + "/index" + number + "/level")
              instanceof Reading.Present<Integer>(_, var level)
          && level > highest) {
        highest = level;
        index = number;
      }
    }
    return index < 0
        ? List.of()
        : List.of(
            new CpuFacts.Cache(
                highest, values.cpulist(folder + "/index" + index + "/shared_cpu_list")));
  }
}
