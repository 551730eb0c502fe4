package org.isolctl.model.persist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a machine's boot loaders are configured by, as far as it was found.
///
/// @param texts the content of each file, by its path on the machine
/// @param grubReadsDropIns whether this machine's `grub-mkconfig` reads `/etc/default/grub.d`
public record BootFiles(Map<String, String> texts, boolean grubReadsDropIns) {
  /// The files that are looked for; and all `*.cfg` and `*.conf` in {@link #FOLDERS}.
  public static final List<String> FILES =
      List.of(
          "/etc/default/grub",
          "/etc/kernel/cmdline",
          "/boot/firmware/cmdline.txt",
          "/boot/firmware/config.txt",
          "/boot/cmdline.txt",
          "/boot/config.txt",
          OwnWords.FILE);

  /// The folders that are looked into.
  public static final List<String> FOLDERS =
      List.of(
          "/etc/default/grub.d",
          "/boot/loader/entries",
          "/efi/loader/entries",
          "/boot/efi/loader/entries");

  private static final String GRUB = "/etc/default/grub";
  private static final String CMDLINE = "/etc/kernel/cmdline";

  public BootFiles {
    texts = new TreeMap<>(texts);
  }

  /// The text of a file.
  public Optional<String> text(String path) {
    return Optional.ofNullable(texts.get(path));
  }

  /// The loaders that fit, the one to take first.
  ///
  /// @return with each the reason why it fits
  public Map<BootLoader, String> fitting() {
    var fitting = new LinkedHashMap<BootLoader, String>();
    raspberry()
        .ifPresent(
            file -> fitting.put(BootLoader.RASPBERRY_PI, file + " lies beside a config.txt"));
    boolean blscfg = text(GRUB).filter(BootFiles::readsEntries).isPresent();
    boolean entries = !entries().isEmpty();
    if (entries && (blscfg || !dropIns())) {
      fitting.put(
          BootLoader.ENTRIES,
          entries().getFirst()
              + " is there"
              + (blscfg ? ", and GRUB_ENABLE_BLSCFG=true in " + GRUB : ""));
    }
    if (dropIns() && !blscfg) {
      fitting.put(
          BootLoader.GRUB, GRUB + " is there, and its grub-mkconfig reads /etc/default/grub.d");
    }
    if (entries) {
      fitting.putIfAbsent(BootLoader.ENTRIES, entries().getFirst() + " is there");
    }
    if (text(CMDLINE).isPresent() && !entries) {
      fitting.put(BootLoader.KERNEL_INSTALL, CMDLINE + " is there");
    }
    return fitting;
  }

  private boolean dropIns() {
    return text(GRUB).isPresent() && grubReadsDropIns;
  }

  private static boolean readsEntries(String grub) {
    return grub.lines().anyMatch(line -> line.matches("GRUB_ENABLE_BLSCFG=[\"']?true[\"']?[ \t]*"));
  }

  /// The file of a Raspberry Pi's firmware: below `/boot/firmware` since Debian 12.
  Optional<String> raspberry() {
    return Stream.of("/boot/firmware/", "/boot/")
        .filter(folder -> text(folder + "cmdline.txt").isPresent())
        .filter(folder -> text(folder + "config.txt").isPresent())
        .map(folder -> folder + "cmdline.txt")
        .findFirst();
  }

  /// The entries for kernels; rescue entries stay free of isolation.
  List<String> entries() {
    return texts.keySet().stream()
        .filter(path -> path.contains("/loader/entries/"))
        .filter(path -> path.endsWith(".conf") && !path.contains("-rescue"))
        .filter(path -> !LineFile.ENTRY.lines(texts.getOrDefault(path, "")).isEmpty())
        .toList();
  }

  /// The files that hold lines for a loader, each with its form; none for GRUB.
  Map<String, LineFile> lineFiles(BootLoader loader) {
    return switch (loader) {
      case GRUB -> Map.of();
      case RASPBERRY_PI ->
          raspberry().stream().collect(Collectors.toMap(path -> path, _ -> LineFile.WHOLE));
      case KERNEL_INSTALL -> Map.of(CMDLINE, LineFile.WHOLE);
      case ENTRIES -> {
        var files = new TreeMap<String, LineFile>();
        entries().forEach(path -> files.put(path, LineFile.ENTRY));
        text(CMDLINE).ifPresent(_ -> files.put(CMDLINE, LineFile.WHOLE));
        yield files;
      }
    };
  }

  /// The scripts that `grub-mkconfig` reads, but for ours.
  List<String> grubScripts() {
    return texts.keySet().stream()
        .filter(path -> path.equals(GRUB) || path.startsWith(GRUB + ".d/"))
        .filter(path -> !path.equals(GrubDropIn.FILE))
        .toList();
  }
}
