package org.isolctl.host.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import org.isolctl.model.facts.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFilesTest {
  @TempDir Path outside;
  private Path root;

  @BeforeEach
  void makeRoot() throws IOException {
    root = Files.createDirectories(outside.resolve("root"));
    Files.createDirectories(root.resolve("sys/devices/eth0/queues"));
    Files.writeString(root.resolve("sys/mask"), "f\n");
    Files.writeString(outside.resolve("secret"), "secret");
  }

  @Test
  void pathsAreThoseOfTheMachine() throws IOException {
    var files = new FolderFiles(root);
    assertThat(files.text("/sys/mask")).isEqualTo(Reading.present("/sys/mask", "f\n"));
    assertThat(files.text("/sys/other")).isEqualTo(Reading.absent("/sys/other"));
    assertThat(files.folders("/sys").toOptional()).contains(List.of("devices"));
    assertThat(files.names("/sys").toOptional().orElseThrow())
        .containsExactlyInAnyOrder("devices", "mask");
  }

  @Test
  void linksAreFollowedInsideTheRoot() throws IOException {
    Files.createDirectories(root.resolve("sys/class"));
    Files.createSymbolicLink(root.resolve("sys/class/eth0"), Path.of("../devices/eth0"));
    assertThat(new FolderFiles(root).folders("/sys/class/eth0").toOptional())
        .contains(List.of("queues"));
  }

  @Test
  void linksOutOfTheRootLeadNowhere() throws IOException {
    Files.createSymbolicLink(root.resolve("sys/out"), Path.of("../../secret"));
    Files.createSymbolicLink(root.resolve("sys/absolute"), outside.resolve("secret"));
    Files.createSymbolicLink(root.resolve("sys/self"), Path.of("self"));
    var files = new FolderFiles(root);
    assertThat(files.text("/sys/out")).isEqualTo(Reading.absent("/sys/out"));
    assertThat(files.text("/sys/absolute")).isEqualTo(Reading.absent("/sys/absolute"));
    assertThat(files.text("/sys/self")).isInstanceOf(Reading.Malformed.class);
  }

  @Test
  void aFolderIsNoText() throws IOException {
    assertThat(new FolderFiles(root).text("/sys")).isInstanceOf(Reading.Malformed.class);
    assertThat(new FolderFiles(root).names("/sys/mask")).isInstanceOf(Reading.Absent.class);
  }

  @Test
  void aRootThatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> new FolderFiles(outside.resolve("secret")))
        .isInstanceOf(NotDirectoryException.class);
  }
}
