package org.isolctl.host.capture;

import java.util.List;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;

/// The files of a capture made by isolctl, which knows more of them than that they are there.
record IndexedFiles(MachineFiles files, ReadingIndex index) implements MachineFiles {
  @Override
  public Reading<byte[]> bytes(String path) {
    var failed = index.failed().get(path);
    return failed == null ? files.bytes(path) : failed;
  }

  @Override
  public Reading<List<String>> names(String folder) {
    var recorded = index.names().get(folder);
    return recorded == null ? files.names(folder) : recorded;
  }

  @Override
  public Reading<List<String>> folders(String folder) {
    var recorded = index.folders().get(folder);
    return recorded == null ? files.folders(folder) : recorded;
  }
}
