package org.isolctl.lab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitramfsTest {
  @FunctionalInterface
  private interface Filling {
    void into(Initramfs initramfs) throws IOException;
  }

  @Test
  void foldersComeBeforeWhatLiesInThem() throws IOException {
    byte[] archive = write(initramfs -> initramfs.file(GuestFile.text("/a/b/c.txt", "x")));

    assertThat(names(archive)).containsExactly("a", "a/b", "a/b/c.txt");
  }

  @Test
  void aFolderIsWrittenOnce() throws IOException {
    byte[] archive =
        write(initramfs -> {
          initramfs.folder("/a");
          initramfs.file(GuestFile.text("/a/one", "1"));
          initramfs.file(GuestFile.text("/a/two", "2"));
        });

    assertThat(names(archive)).containsExactly("a", "a/one", "a/two");
  }

  @Test
  void filesKeepContentAndMode() throws IOException {
    byte[] archive = write(initramfs -> initramfs.file(GuestFile.script("/run-me", "echo")));

    try (var in = new CpioArchiveInputStream(new ByteArrayInputStream(archive))) {
      CpioArchiveEntry entry = in.getNextEntry();
      assertThat(entry.isRegularFile()).isTrue();
      assertThat(entry.getMode() & 07777).isEqualTo(0755);
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("echo");
    }
  }

  @Test
  void devicesAndLinksAreWhatTheyAre() throws IOException {
    byte[] archive =
        write(initramfs -> {
          initramfs.device("/console", 5, 1);
          initramfs.link("/sh", "busybox");
        });

    try (var in = new CpioArchiveInputStream(new ByteArrayInputStream(archive))) {
      CpioArchiveEntry console = in.getNextEntry();
      assertThat(console.isCharacterDevice()).isTrue();
      assertThat(List.of(console.getRemoteDeviceMaj(), console.getRemoteDeviceMin()))
          .containsExactly(5L, 1L);
      assertThat(in.getNextEntry().isSymbolicLink()).isTrue();
      assertThat(in.readAllBytes()).isEqualTo("busybox".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aTreeIsCopiedWithItsLinks(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/real"), "x");
    Files.createSymbolicLink(folder.resolve("lib/alias"), Path.of("real"));

    byte[] archive = write(initramfs -> initramfs.tree("/opt", folder));

    assertThat(names(archive)).containsExactly("opt", "opt/lib", "opt/lib/alias", "opt/lib/real");
  }

  @Test
  void theSameContentMakesTheSameBytes() throws IOException {
    Filling filling = initramfs -> initramfs.file(GuestFile.text("/etc/motd", "hello"));

    assertThat(write(filling)).isEqualTo(write(filling));
  }

  @Test
  void guestPathsAreAbsolute() {
    assertThatThrownBy(() -> GuestFile.text("etc/motd", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("etc/motd");
  }

  private static byte[] write(Filling filling) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var initramfs = new Initramfs(bytes)) {
      filling.into(initramfs);
    }
    return bytes.toByteArray();
  }

  private static List<String> names(byte[] archive) throws IOException {
    var names = new ArrayList<String>();
    try (var in = new CpioArchiveInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
