package org.isolctl.host.files;

import java.util.List;
import java.util.Set;
import org.isolctl.model.facts.Reading;

/// A part of a machine's files; whatever else is asked for is not there.
///
/// @param paths the files and folders that are, with all below them
public record SomeFiles(MachineFiles files, Set<String> paths) implements MachineFiles {
  public SomeFiles {
    paths = Set.copyOf(paths);
  }

  @Override
  public Reading<byte[]> bytes(String path) {
    return has(path) ? files.bytes(path) : Reading.absent(path);
  }

  @Override
  public Reading<List<String>> names(String folder) {
    return has(folder) ? files.names(folder) : Reading.absent(folder);
  }

  @Override
  public Reading<List<String>> folders(String folder) {
    return has(folder) ? files.folders(folder) : Reading.absent(folder);
  }

  private boolean has(String path) {
    return paths.stream().anyMatch(it -> path.equals(it) || path.startsWith(it + "/"));
  }
}
