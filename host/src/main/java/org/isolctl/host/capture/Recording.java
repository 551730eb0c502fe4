package org.isolctl.host.capture;

import java.io.IOException;
import java.nio.file.Path;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.host.threads.Masks;

/// A machine whose every reading is remembered, to be written down afterwards.
public final class Recording {
  private final RecordingFiles files;
  private final RecordingMasks masks;

  public Recording(MachineFiles machine, Masks calls) {
    files = new RecordingFiles(machine);
    masks = new RecordingMasks(calls);
  }

  public MachineFiles files() {
    return files;
  }

  public Masks masks() {
    return masks;
  }

  /// Writes exactly what was read so far into a `tar.gz`, readable by its owner alone. The file is
  /// there whole, or as it was before.
  public void write(Path target) throws IOException {
    CaptureWriter.write(target, files, masks);
  }
}
