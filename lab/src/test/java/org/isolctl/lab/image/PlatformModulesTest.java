package org.isolctl.lab.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformModulesTest {
  @Test
  void aFolderWithoutTheModuleIsAnErrorThatNamesBoth(@TempDir Path folder) {
    assertThatThrownBy(() -> PlatformModules.neededBy(folder, "org.isolctl.app"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("org.isolctl.app")
        .hasMessageContaining(folder.toString());
  }
}
