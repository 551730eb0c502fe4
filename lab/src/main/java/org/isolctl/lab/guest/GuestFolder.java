package org.isolctl.lab.guest;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.isolctl.lab.image.Busybox;
import org.isolctl.lab.image.GuestFile;
import org.isolctl.lab.image.Initramfs;
import org.isolctl.lab.kernel.Kernel;

/// The files that QEMU works with for one guest; they go with it.
///
/// @param path a folder of its own
record GuestFolder(Path path) implements AutoCloseable {
  private static final List<String> FOLDERS =
      List.of("/bin", "/dev", "/proc", "/sys", "/tmp", "/run", "/root", "/etc");

  static GuestFolder create() throws IOException {
    return new GuestFolder(Files.createTempDirectory("isolctl-guest-"));
  }

  Path log() {
    return path.resolve("kernel.log");
  }

  /// What QEMU itself had to say.
  Path complaints() {
    return path.resolve("qemu.err");
  }

  /// Writes the first file system: what the spec asks for, what the agent needs, and the
  /// configuration of the kernel where distributions install it.
  Path writeInitramfs(Kernel kernel, BootSpec spec) throws IOException {
    Path initramfs = path.resolve("initramfs");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(initramfs))) {
      for (Path archive : spec.archives()) {
        Files.copy(archive, out);
      }
      var files = new ArrayList<GuestFile>(spec.files());
      kernel
          .config()
          .map(config -> GuestFile.copy("/boot/config-" + kernel.release(), config))
          .ifPresent(files::add);
      writeOwnFiles(out, files);
    }
    return initramfs;
  }

  private static void writeOwnFiles(OutputStream out, List<GuestFile> files) throws IOException {
    try (var initramfs = new Initramfs(out)) {
      for (String folder : FOLDERS) {
        initramfs.folder(folder);
      }
      initramfs.device("/dev/console", 5, 1);
      initramfs.device("/dev/null", 1, 3);
      initramfs.file(GuestFile.copy("/bin/busybox", Busybox.find()));
      initramfs.file(GuestFile.script("/init", script("init")));
      initramfs.file(GuestFile.script("/agent", script("agent")));
      for (GuestFile file : files) {
        initramfs.file(file);
      }
    }
  }

  /// A shell script that lies beside this class.
  static String script(String name) throws IOException {
    try (InputStream in = GuestFolder.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() throws IOException {
    try (var entries = Files.list(path)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        Files.delete(entry);
      }
    }
    Files.delete(path);
  }
}
