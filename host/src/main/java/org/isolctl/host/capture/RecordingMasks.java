package org.isolctl.host.capture;

import java.util.Map;
import java.util.TreeMap;
import org.isolctl.host.threads.Masks;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.facts.Reading;

/// Remembers every mask that is asked for, and answers from memory when it is asked again.
final class RecordingMasks implements Masks {
  private final Masks machine;
  private final Map<Integer, Reading<CpuSet>> masks = new TreeMap<>();

  RecordingMasks(Masks machine) {
    this.machine = machine;
  }

  @Override
  public Reading<CpuSet> mask(int tid) {
    return masks.computeIfAbsent(tid, machine::mask);
  }

  @Override
  public boolean areCalls() {
    return machine.areCalls();
  }

  MaskIndex index() {
    return new MaskIndex(masks);
  }
}
