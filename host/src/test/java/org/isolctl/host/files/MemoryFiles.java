package org.isolctl.host.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.isolctl.model.facts.Reading;

/// A machine that a test writes down file by file.
public final class MemoryFiles implements MachineFiles {
  private final TreeMap<String, Reading<byte[]>> files = new TreeMap<>();
  private final TreeSet<String> emptyFolders = new TreeSet<>();

  public MemoryFiles with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  public MemoryFiles with(String path, byte[] content) {
    files.put(path, Reading.present(path, content));
    return this;
  }

  public MemoryFiles denied(String path) {
    files.put(path, Reading.denied(path, "root"));
    return this;
  }

  /// A file that was in the folder when it was listed and is gone when it is read.
  public MemoryFiles vanished(String path) {
    files.put(path, Reading.absent(path));
    return this;
  }

  public MemoryFiles withFolder(String path) {
    emptyFolders.add(path + "/");
    return this;
  }

  @Override
  public Reading<byte[]> bytes(String path) {
    return files.getOrDefault(path, Reading.absent(path));
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
    var prefix = folder + "/";
    var names = new TreeSet<String>();
    var paths = new ArrayList<>(files.keySet());
    paths.addAll(emptyFolders);
    for (String path : paths) {
      if (path.startsWith(prefix) && path.length() > prefix.length()) {
        var rest = path.substring(prefix.length());
        int slash = rest.indexOf('/');
        if (slash >= 0 || !onlyFolders) {
          names.add(slash < 0 ? rest : rest.substring(0, slash));
        }
      }
    }
    return names.isEmpty() && !emptyFolders.contains(prefix)
        ? Reading.absent(folder)
        : Reading.present(folder, List.copyOf(names));
  }
}
