package org.isolctl.lab.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.isolctl.lab.kernel.LabCache;

/// A disk with a small Debian on it, whose process 1 is systemd.
///
/// @param image an ext4 file system; guests write to copies of their own
public record DebianDisk(Path image) {
  /// What a guest needs in which services and a Java runtime are at work.
  public static final int MEMORY_MIB = 1024;

  /// Files for this folder of a guest's first file system are put onto its disk before systemd
  /// starts: `/over/etc/hosts` becomes `/etc/hosts`.
  public static final String OVER = "/over";

  /// The disk that `lab/make-debian` leaves in the cache.
  ///
  /// @throws IOException when it is not there, saying what makes it
  public static DebianDisk find(LabCache cache) throws IOException {
    Path image = cache.folder("debian").resolve("root.ext4");
    if (!Files.isReadable(image)) {
      throw new IOException("No Debian at %s: make it with lab/make-debian".formatted(image));
    }
    return new DebianDisk(image);
  }

  /// The arguments for QEMU: the guest's first disk, `/dev/nvme0n1`, of which what it writes is
  /// thrown away. All kernels of the lab have a driver for it built in.
  public List<String> devices() {
    return List.of(
        "-drive",
        "file=%s,if=none,id=root,format=raw,snapshot=on"
            .formatted(image.toString().replace(",", ",,")),
        "-device",
        "nvme,drive=root,serial=root");
  }
}
