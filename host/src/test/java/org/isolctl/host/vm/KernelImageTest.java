package org.isolctl.host.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelImageTest {
  @TempDir Path root;

  @Test
  void the_version_is_read_from_the_image_not_from_its_name() throws IOException {
    Path file = image("boot/vmlinuz-named-otherwise", "6.12.117+deb12-amd64 (builder) #1 SMP");

    assertThat(KernelImage.of(file).version().release()).isEqualTo("6.12.117+deb12-amd64");
  }

  @Test
  void a_file_that_is_no_image_is_refused() throws IOException {
    Path file = Files.writeString(root.resolve("note"), "x".repeat(1000));

    assertThatIOException()
        .isThrownBy(() -> KernelImage.of(file))
        .withMessageContaining(file.toString())
        .withMessageContaining("no kernel image");
  }

  @Test
  void an_image_that_does_not_say_its_version_is_refused() throws IOException {
    Path file = image("boot/vmlinuz", "nameless");

    assertThatIOException()
        .isThrownBy(() -> KernelImage.of(file))
        .withMessageContaining("does not say which kernel it is");
  }

  @Test
  void images_are_found_where_distributions_put_them() throws IOException {
    Path debian = image("boot/vmlinuz-6.1.0-9-amd64", "6.1.0-9-amd64 x");
    Path fedora = image("usr/lib/modules/6.11.4/vmlinuz", "6.11.4 x");
    var files = new KernelFiles(root);

    assertThat(files.image("6.1.0-9-amd64").file()).isEqualTo(debian);
    assertThat(files.image("6.11.4").file()).isEqualTo(fedora);
    assertThatIOException()
        .isThrownBy(() -> files.image("6.6"))
        .withMessageContaining("boot/vmlinuz-6.6")
        .withMessageContaining("--kernel FILE");
  }

  @Test
  void a_series_means_its_newest_image() throws IOException {
    image("boot/vmlinuz-6.1.0-9-amd64", "6.1.0-9-amd64 x");
    Path newest = image("boot/vmlinuz-6.1.0-56-amd64", "6.1.0-56-amd64 x");
    image("boot/vmlinuz-6.12.3-amd64", "6.12.3-amd64 x");
    Files.createDirectories(root.resolve("lib/modules/6.1.0-99-amd64"));
    var files = new KernelFiles(root);

    assertThat(files.image("6.1").file()).isEqualTo(newest);
    assertThat(files.image("6").version().release()).isEqualTo("6.12.3-amd64");
    assertThatIOException()
        .isThrownBy(() -> files.image("6.1.0-5"))
        .withMessageContaining("boot/vmlinuz-6.1.0-5");
  }

  @Test
  void the_configuration_lies_beside_the_image_or_in_boot() throws IOException {
    var files = new KernelFiles(root);
    var kernel = KernelImage.of(image("elsewhere/vmlinuz", "6.11.4 x"));
    assertThat(files.config(kernel)).isEmpty();

    Path inBoot =
        Files.writeString(
            Files.createDirectories(root.resolve("boot")).resolve("config-6.11.4"), "");
    assertThat(files.config(kernel)).contains(inBoot);

    Path beside = Files.writeString(root.resolve("elsewhere/config-6.11.4"), "");
    assertThat(files.config(kernel)).contains(beside);
  }

  private Path image(String path, String version) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    byte[] bytes = new byte[0x1000];
    System.arraycopy("HdrS".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0x202, 4);
    bytes[0x20f] = 4;
    byte[] text = version.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, bytes, 0x200 + 0x400, text.length);
    return Files.write(file, bytes);
  }
}
