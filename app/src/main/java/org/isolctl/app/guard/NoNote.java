package org.isolctl.app.guard;

import java.util.Optional;
import org.isolctl.model.cpu.CpuSet;

/// No note: where kthreadd is not touched there is nothing to remember of it.
record NoNote() implements KthreaddNote {
  @Override
  public Optional<Standing> read() {
    return Optional.empty();
  }

  @Override
  public void write(CpuSet from, CpuSet to) {}

  @Override
  public void clear() {}
}
