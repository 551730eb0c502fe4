package org.isolctl.host.capture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.isolctl.host.files.MachineFiles;

/// Finds the root of the machine in an archive: its own root, or the one folder that a sosreport
/// packs everything into.
final class TopFolder {
  private static final Set<String> OF_A_MACHINE =
      Set.of("proc", "sys", "etc", "boot", "run", "usr", "lib", "isolctl", "sos_commands");

  private final Map<String, ArchiveFiles> roots = new LinkedHashMap<>();

  boolean wants(List<String> path) {
    return WantedFiles.wants(String.join("/", inside(path)));
  }

  void addFile(List<String> path, byte[] content) {
    root(path).addFile(inside(path), content);
  }

  void addLink(List<String> path, String target) {
    root(path).addLink(inside(path), target);
  }

  void addHardLink(List<String> path, List<String> target) {
    if (!target.isEmpty()) {
      addLink(path, "/" + String.join("/", inside(target)));
    }
  }

  void addFolder(List<String> path) {
    root(path).addFolder(inside(path));
  }

  private static boolean isOuter(String name) {
    return !OF_A_MACHINE.contains(name);
  }

  private static List<String> inside(List<String> path) {
    return isOuter(path.getFirst()) ? path.subList(1, path.size()) : path;
  }

  private ArchiveFiles root(List<String> path) {
    var name = isOuter(path.getFirst()) ? path.getFirst() : "";
    return roots.computeIfAbsent(name, _ -> new ArchiveFiles());
  }

  /// The machine; empty when there is none, the first when there are several.
  Optional<MachineFiles> files() {
    return roots.values().stream()
        .map(MachineFiles.class::cast)
        .filter(files ->
            files.folders("/").toOptional().orElse(List.of()).stream()
                .anyMatch(Set.of("proc", "sys")::contains))
        .findFirst();
  }
}
