package org.isolctl.model.persist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is to be done to the files of a boot loader, so that our words stand in the line.
///
/// @param changes of all files that bear on it, also of those that stay as they are; the record of
///   our words first, as it must know what the others say before they do
/// @param next what the user, or we, must do then; empty where nothing is left to do
public record Persistence(BootLoader loader, List<FileChange> changes, Optional<String> next) {
  public Persistence {
    changes = List.copyOf(changes);
  }

  /// Whether all is as it should be.
  public boolean isNothing() {
    return changes.stream().allMatch(FileChange::isNothing);
  }

  /// Words that somebody else wrote, which contradict ours, or a file that cannot be changed.
  public static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /// Works the changes out.
  ///
  /// @param words ours; none to take the earlier ones back
  /// @throws RefusedException when the files hold something that is not ours to change
  public static Persistence of(BootFiles files, BootLoader loader, List<String> words)
      throws RefusedException {
    return loader == BootLoader.GRUB ? grub(files, words) : lines(files, loader, words);
  }

  private static Persistence grub(BootFiles files, List<String> words) throws RefusedException {
    if (!words.isEmpty()) {
      for (String script : files.grubScripts()) {
        for (Line line : GrubDropIn.lines(files.text(script).orElse(""))) {
          refuse(script, line.isolating());
        }
      }
    }
    var after = words.isEmpty() ? Optional.<String>empty() : Optional.of(GrubDropIn.of(words));
    var change = new FileChange(GrubDropIn.FILE, files.text(GrubDropIn.FILE), after);
    return new Persistence(BootLoader.GRUB, List.of(change), Optional.of("update-grub"));
  }

  private static Persistence lines(BootFiles files, BootLoader loader, List<String> words)
      throws RefusedException {
    var own = own(files);
    var owned = new HashMap<String, List<String>>();
    var changes = new ArrayList<FileChange>();
    for (var entry : files.lineFiles(loader).entrySet()) {
      var path = entry.getKey();
      var before = files.text(path).orElse("");
      var ours = ours(own, path, entry.getValue().lines(before));
      if (!words.isEmpty()) {
        check(path, entry.getValue(), before, ours);
      }
      var after = entry.getValue().edit(before, line -> line.without(ours).with(words));
      // Words that stand there already keep their place.
      boolean stands = ours.equals(words) && stands(entry.getValue(), before, words);
      changes.add(new FileChange(path, Optional.of(before), Optional.of(stands ? before : after)));
      owned.put(path, words);
    }
    changes.addFirst(record(files, owned));
    return new Persistence(loader, changes, next(loader));
  }

  /// Our words in a file. An entry that was made after we wrote has them from where kernel-install
  /// takes its line, and is not in the record.
  private static List<String> ours(OwnWords own, String path, List<Line> lines) {
    if (own.words().containsKey(path)) {
      return own.of(path);
    }
    return own.words().values().stream()
        .filter(words -> lines.stream().anyMatch(line -> line.isolating().equals(words)))
        .findFirst()
        .orElse(List.of());
  }

  private static boolean stands(LineFile form, String text, List<String> words) {
    return form.lines(text).stream().limit(1).anyMatch(line -> line.isolating().equals(words));
  }

  private static OwnWords own(BootFiles files) throws RefusedException {
    try {
      return files.text(OwnWords.FILE).map(OwnWords::parse).orElseGet(OwnWords::none);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(OwnWords.FILE + ": " + e.getMessage());
    }
  }

  private static FileChange record(BootFiles files, Map<String, List<String>> owned) {
    owned.values().removeIf(List::isEmpty);
    var after =
        owned.isEmpty() ? Optional.<String>empty() : Optional.of(new OwnWords(owned).print());
    return new FileChange(OwnWords.FILE, files.text(OwnWords.FILE), after);
  }

  private static void check(String path, LineFile form, String text, List<String> ours)
      throws RefusedException {
    for (Line line : form.lines(text)) {
      refuse(path, line.foreign(ours));
      if (line.text().contains("$kernelopts")) {
        throw new RefusedException(
            path
                + " takes its line from GRUB's environment ($kernelopts): use 'grubby"
                + " --update-kernel=ALL --args=...' with the words of 'isolctl predict --fix'");
      }
    }
  }

  private static void refuse(String path, List<String> foreign) throws RefusedException {
    if (!foreign.isEmpty()) {
      throw new RefusedException(
          path
              + " has "
              + String.join(" ", foreign)
              + " already, which isolctl has not written: take that out first, or it and ours"
              + " contradict each other");
    }
  }

  private static Optional<String> next(BootLoader loader) {
    return switch (loader) {
      case GRUB -> Optional.of("update-grub");
      case KERNEL_INSTALL -> Optional.of("kernel-install add-all");
      case ENTRIES, RASPBERRY_PI -> Optional.empty();
    };
  }
}
