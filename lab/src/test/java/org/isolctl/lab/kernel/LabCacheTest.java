package org.isolctl.lab.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabCacheTest {
  private static final Path HOME = Path.of("/home/ada");

  @Test
  void itsOwnVariableComesFirst() {
    var environment = Map.of("ISOLCTL_CACHE", "/own", "XDG_CACHE_HOME", "/xdg");
    assertThat(LabCache.of(environment, HOME).root()).isEqualTo(Path.of("/own"));
  }

  @Test
  void theDesktopsCacheFolderComesNext() {
    var environment = Map.of("ISOLCTL_CACHE", "", "XDG_CACHE_HOME", "/xdg");
    assertThat(LabCache.of(environment, HOME).kernels()).isEqualTo(Path.of("/xdg/isolctl/kernels"));
  }

  @Test
  void withoutBothItIsInTheHomeFolder() {
    assertThat(LabCache.of(Map.of(), HOME).root()).isEqualTo(Path.of("/home/ada/.cache/isolctl"));
  }
}
