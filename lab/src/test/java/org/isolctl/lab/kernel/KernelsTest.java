package org.isolctl.lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
  @TempDir Path folder;

  @BeforeEach
  void fillTheCache() throws IOException {
    for (String release :
        new String[] {
          "6.1.0-9-cloud-amd64",
          "6.1.0-56-cloud-amd64",
          "6.12.90+deb12-cloud-amd64",
          "6.12.90+deb12.1-cloud-amd64",
          "7.0.13+deb13-cloud-amd64",
          "7.3.4+deb13-cloud-amd64"
        }) {
      Path home = Files.createDirectories(folder.resolve("kernels").resolve(release));
      Files.createFile(home.resolve("vmlinuz"));
    }
    Files.createDirectories(folder.resolve("kernels/9.9.9-broken"));
  }

  @ParameterizedTest
  @CsvSource({
    "6.1, 6.1.0-56-cloud-amd64",
    "6.12, 6.12.90+deb12.1-cloud-amd64",
    "7.0, 7.0.13+deb13-cloud-amd64",
    "7, 7.3.4+deb13-cloud-amd64"
  })
  void theNewestKernelOfASeriesIsFound(String series, String release) throws IOException {
    Kernel kernel = new Kernels(new LabCache(folder)).find(series);

    assertThat(kernel.release()).isEqualTo(release);
    assertThat(kernel.image()).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"boot/config-7.0.13+deb13-cloud-amd64", "config-7.0.13+deb13-cloud-amd64"})
  void theConfigurationIsFoundWhereDebianHasItAndBesideTheImage(String place) throws IOException {
    Kernel kernel = new Kernels(new LabCache(folder)).find("7.0");
    assertThat(kernel.config()).isEmpty();

    Path config = kernel.image().resolveSibling(place);
    Files.createDirectories(config.getParent());
    Files.createFile(config);

    assertThat(kernel.config()).contains(config);
  }

  @Test
  void aSeriesThatIsNotThereIsAnErrorThatTellsHowToFetchIt() {
    assertThatThrownBy(() -> new Kernels(new LabCache(folder)).find("5.10"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("5.10")
        .hasMessageContaining("./check");
  }

  @Test
  void aFolderWithoutAnImageIsNoKernel() {
    assertThatThrownBy(() -> new Kernels(new LabCache(folder)).find("9.9"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aCacheThatWasNeverFilledHasNoKernels() throws IOException {
    assertThat(new Kernels(new LabCache(folder.resolve("nowhere"))).all()).isEmpty();
  }
}
