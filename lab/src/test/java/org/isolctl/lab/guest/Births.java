package org.isolctl.lab.guest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.kernel.Kernel;
import org.isolctl.lab.kernel.LabCache;

/// What makes kernel threads be born in a guest: file systems to be mounted, and modules.
final class Births {
  private static final Path MKFS_XFS = Path.of("/sbin/mkfs.xfs");

  /// The first kernel whose module Debian 12 cannot build: its build programs need a newer C
  /// library.
  private static final String NO_MODULE = "6\\.1[3-9]\\..*|[7-9]\\..*";

  /// Makes threads by whatever is in the guest, all at once; $1 is the number of rounds. Programs
  /// that the kernel starts come with each mount of a file system that it does not know.
  static final String SCRIPT =
      """
      thp=/sys/kernel/mm/transparent_hugepage/enabled
      mkdir -p /mnt /xfs
      for round in $(seq %d); do
        echo never >$thp
        while pidof khugepaged >/dev/null; do sleep 0.02; done
        echo always >$thp
        until pidof khugepaged >/dev/null; do sleep 0.02; done
        mount -t ext4 /dev/nvme0n1 /mnt
        umount /mnt
        mount -t nofs$round none /mnt 2>/dev/null
        if [ -e /xfs.ko ]; then
          mount -t xfs -o nouuid /dev/nvme1n1 /xfs
          umount /xfs
        fi
      done
      mount -t ext4 /dev/nvme0n1 /mnt
      [ ! -e /xfs.ko ] || mount -t xfs -o nouuid /dev/nvme1n1 /xfs
      """;

  private Births() {}

  /// A disk with an ext4 file system, whose journal's thread comes and goes with a mount.
  static List<String> ext4() throws IOException, InterruptedException {
    return disk("d0", make(16, "/sbin/mkfs.ext4", "-q", "-F"));
  }

  /// That, and one with xfs where this machine can make it.
  static List<String> disks() throws IOException, InterruptedException {
    var disks = new ArrayList<>(ext4());
    if (makesXfs()) {
      disks.addAll(disk("d1", make(300, MKFS_XFS.toString(), "-q", "-f")));
    }
    return disks;
  }

  private static boolean makesXfs() {
    return Files.isExecutable(MKFS_XFS);
  }

  private static Path make(int mebibytes, String... mkfs) throws IOException, InterruptedException {
    Path file = Files.createTempFile("isolctl-lab", ".disk");
    file.toFile().deleteOnExit();
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(mebibytes * 1024L * 1024);
    }
    var command = new ArrayList<>(List.of(mkfs));
    command.add(file.toString());
    Tool.run(command);
    return file;
  }

  private static List<String> disk(String name, Path file) {
    return List.of(
        "-drive",
        "file=" + file + ",if=none,id=" + name + ",format=raw,snapshot=on",
        "-device",
        "nvme,drive=" + name + ",serial=" + name);
  }

  /// Whether the module of kernel/kshapes.c can be had for a kernel.
  static boolean hasShapes(Kernel kernel) {
    return !kernel.release().matches(NO_MODULE);
  }

  /// The modules that make threads.
  ///
  /// @throws IOException when one is not there, saying what makes it
  static List<GuestFile> modules(Kernel kernel) throws IOException, InterruptedException {
    var files = new ArrayList<GuestFile>();
    if (hasShapes(kernel)) {
      var folder = LabCache.ofEnvironment().folder("modules").resolve(kernel.release());
      var shapes = folder.resolve("kshapes.ko");
      if (!Files.exists(shapes)) {
        throw new IOException("No " + shapes + ": run kernel/build-module");
      }
      files.add(GuestFile.copy("/kshapes.ko", shapes));
    }
    if (makesXfs()) {
      for (String name : List.of("crc32c-cryptoapi", "libcrc32c", "xfs")) {
        var module = module(kernel, name);
        if (module.isPresent()) {
          files.add(GuestFile.copy("/" + name + ".ko", module.get()));
        }
      }
    }
    return files;
  }

  /// A module of the kernel, unpacked; empty where it has none of this name.
  private static Optional<Path> module(Kernel kernel, String name)
      throws IOException, InterruptedException {
    Optional<Path> found;
    try (Stream<Path> files = Files.walk(kernel.image().toAbsolutePath().resolveSibling(""))) {
      found =
          files
              .filter(file -> file.getFileName().toString().matches(name + "\\.ko(\\.xz)?"))
              .findFirst();
    }
    if (found.isEmpty() || !found.get().toString().endsWith(".xz")) {
      return found;
    }
    Path unpacked = Files.createTempFile("isolctl-lab", ".ko");
    unpacked.toFile().deleteOnExit();
    Tool.run(
        List.of(
            "sh", "-c", "exec xz -dc \"$0\" >\"$1\"", found.get().toString(), unpacked.toString()));
    return Optional.of(unpacked);
  }
}
