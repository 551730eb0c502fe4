package org.isolctl.model.judge;

import java.util.List;
import org.isolctl.model.cpu.CpuSet;

/// The CPUs that are isolated, each with its sources.
public record IsolatedCpus(List<IsolationSource> sources) {
  public IsolatedCpus {
    sources = List.copyOf(sources);
  }

  /// Every isolated CPU.
  public CpuSet all() {
    return sources.stream().map(IsolationSource::cpus).reduce(CpuSet.empty(), CpuSet::union);
  }

  /// Those of them that are outside every scheduler domain.
  public CpuSet outsideDomains() {
    return sources.stream()
        .filter(source -> source.kind().outsideDomains())
        .map(IsolationSource::cpus)
        .reduce(CpuSet.empty(), CpuSet::union);
  }
}
