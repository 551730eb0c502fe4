package org.isolctl.host.machine;

import java.util.Map;
import java.util.TreeMap;
import org.isolctl.model.cpu.CpuSet;

/// How often IRQs fired between two readings of `/proc/interrupts`.
public final class InterruptDelta {
  private InterruptDelta() {}

  /// By IRQ, then by CPU, for the given CPUs; those that did not fire are left out. A count that
  /// fell, because the IRQ was freed and made anew, counts from nothing.
  public static Map<Integer, Map<Integer, Long>> between(
      InterruptTable before, InterruptTable after, CpuSet cpus) {
    var delta = new TreeMap<Integer, Map<Integer, Long>>();
    after
        .rows()
        .forEach((irq, row) -> {
          var old = before.rows().getOrDefault(irq, InterruptTable.Row.EMPTY).counts();
          var fired = new TreeMap<Integer, Long>();
          row.counts()
              .forEach((cpu, count) -> {
                long was = old.getOrDefault(cpu, 0L);
                long grown = count >= was ? count - was : count;
                if (grown > 0 && cpus.contains(cpu)) {
                  fired.put(cpu, grown);
                }
              });
          if (!fired.isEmpty()) {
            delta.put(irq, fired);
          }
        });
    return delta;
  }
}
