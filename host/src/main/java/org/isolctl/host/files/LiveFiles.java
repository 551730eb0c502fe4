package org.isolctl.host.files;

import java.util.ArrayList;
import java.util.List;
import org.isolctl.host.linux.ffm.NativeFiles;
import org.isolctl.model.facts.Reading;

/// The files of the machine that this runs on. Not thread-safe.
public final class LiveFiles implements MachineFiles {
  private final NativeFiles kernel = new NativeFiles();

  @Override
  public Reading<byte[]> bytes(String path) {
    int error = kernel.read(path, LONGEST_FILE);
    return error == 0 ? Reading.present(path, kernel.content()) : FailedReading.of(path, error);
  }

  @Override
  public Reading<List<String>> names(String folder) {
    return list(folder, false);
  }

  @Override
  public Reading<List<String>> folders(String folder) {
    return list(folder, true);
  }

  private Reading<List<String>> list(String folder, boolean onlyFolders) {
    var names = new ArrayList<String>();
    int error =
        kernel.list(
            folder,
            (name, isFolder) -> {
              if (isFolder || !onlyFolders) {
                names.add(name);
              }
            });
    return error == 0
        ? Reading.present(folder, List.copyOf(names))
        : FailedReading.of(folder, error);
  }
}
