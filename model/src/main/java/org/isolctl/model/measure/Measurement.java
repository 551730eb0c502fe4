package org.isolctl.model.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.kernel.KernelVersion;

/// The masks of a kernel shortly after its boot.
///
/// @param kernel as `uname -r` says
/// @param masks what files say, by the names of a prediction (`isolated`, `workqueue_unbound`); a
///   file that the kernel does not have is left out
/// @param threads for each name of a prediction (`kthread`, `node-kthread.1`), the masks that were
///   seen, each with the names of the threads that have it. Threads that are bound to one CPU by
///   design are not among them, nor are those of interrupts, which follow their interrupt
public record Measurement(
    KernelVersion kernel, Map<String, CpuSet> masks, Map<String, List<Share>> threads) {
  public Measurement {
    masks = Collections.unmodifiableMap(new LinkedHashMap<>(masks));
    var copies = new LinkedHashMap<String, List<Share>>();
    threads.forEach((name, shares) -> copies.put(name, List.copyOf(shares)));
    threads = Collections.unmodifiableMap(copies);
  }

  /// Threads of one class that have the same mask.
  ///
  /// @param names theirs, as the kernel has them: never print them raw
  public record Share(CpuSet mask, List<String> names) {
    public Share {
      names = List.copyOf(names);
    }
  }
}
