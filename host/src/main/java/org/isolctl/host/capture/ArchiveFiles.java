package org.isolctl.host.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.isolctl.host.files.MachineFiles;
import org.isolctl.model.facts.Reading;

/// The files of an archive, in memory: nothing of it is ever written to a disk, and a path means
/// only what it means inside.
final class ArchiveFiles implements MachineFiles {
  private static final int MOST_LINKS = 16;

  private sealed interface Node {}

  private static final class Content implements Node {
    private final byte[] bytes;

    Content(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  private record Link(String target) implements Node {}

  private record Folder(Map<String, Node> entries) implements Node {
    Folder() {
      this(new TreeMap<>());
    }
  }

  private final Folder root = new Folder();
  private final Map<String, Optional<Node>> found = new HashMap<>();

  /// Adds a file; an earlier entry of the same name is replaced, as by tar.
  void addFile(List<String> path, byte[] content) {
    parent(path).entries.put(path.getLast(), new Content(content));
  }

  void addLink(List<String> path, String target) {
    parent(path).entries.put(path.getLast(), new Link(target));
  }

  void addFolder(List<String> path) {
    if (!(parent(path).entries.get(path.getLast()) instanceof Folder)) {
      parent(path).entries.put(path.getLast(), new Folder());
    }
  }

  /// The folder that a path lies in, made where it is lacking. An archive may name a file first and
  /// then use it as a folder: the later entry wins.
  private Folder parent(List<String> path) {
    var folder = root;
    for (String name : path.subList(0, path.size() - 1)) {
      if (folder.entries.get(name) instanceof Folder next) {
        folder = next;
      } else {
        var next = new Folder();
        folder.entries.put(name, next);
        folder = next;
      }
    }
    return folder;
  }

  @Override
  public Reading<byte[]> bytes(String path) {
    return find(path)
        .map(node ->
            node instanceof Content content
                ? Reading.present(path, content.bytes)
                : Reading.<byte[]>malformed(path, "not a regular file"))
        .orElseGet(() -> Reading.absent(path));
  }

  @Override
  public Reading<List<String>> names(String folder) {
    return list(folder, false);
  }

  @Override
  public Reading<List<String>> folders(String folder) {
    return list(folder, true);
  }

  private Reading<List<String>> list(String path, boolean onlyFolders) {
    if (!(find(path).orElse(null) instanceof Folder folder)) {
      return Reading.absent(path);
    }
    var names = new ArrayList<String>();
    folder.entries.forEach((name, node) -> {
      if (!onlyFolders || node instanceof Folder) {
        names.add(name);
      }
    });
    return Reading.present(path, List.copyOf(names));
  }

  private Optional<Node> find(String path) {
    return found.computeIfAbsent(path, this::walk);
  }

  /// Follows a path and the links on it. A link out of the archive leads nowhere.
  private Optional<Node> walk(String path) {
    var rest = new ArrayDeque<>(List.of(path.split("/", -1)));
    var way = new ArrayDeque<Folder>();
    Node here = root;
    int links = 0;
    while (!rest.isEmpty()) {
      var name = rest.pop();
      if (name.isEmpty() || name.equals(".")) {
        continue;
      }
      if (!(here instanceof Folder folder)) {
        return Optional.empty();
      }
      if (name.equals("..")) {
        if (way.isEmpty()) {
          return Optional.empty();
        }
        here = way.pop();
        continue;
      }
      var next = folder.entries.get(name);
      switch (next) {
        case null -> {
          return Optional.empty();
        }
        case Link(var target) -> {
          if (++links > MOST_LINKS) {
            return Optional.empty();
          }
          if (target.startsWith("/")) {
            way.clear();
            here = root;
          }
          var steps = target.split("/", -1);
          for (int i = steps.length - 1; i >= 0; i--) {
            rest.push(steps[i]);
          }
        }
        case Folder inner -> {
          way.push(folder);
          here = inner;
        }
        case Content content -> here = content;
      }
    }
    return Optional.of(here);
  }
}
