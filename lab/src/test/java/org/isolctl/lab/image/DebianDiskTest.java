package org.isolctl.lab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isolctl.lab.kernel.LabCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DebianDiskTest {
  @TempDir Path cache;

  @Test
  void whereThereIsNoDiskTheErrorSaysWhatMakesIt() {
    assertThatThrownBy(() -> DebianDisk.find(new LabCache(cache)))
        .isInstanceOf(IOException.class)
        .hasMessage("No Debian at %s/debian/root.ext4: make it with lab/make-debian", cache);
  }

  @Test
  void whatAGuestWritesIsThrownAway() throws IOException {
    Files.writeString(Files.createDirectory(cache.resolve("debian")).resolve("root.ext4"), "disk");

    assertThat(DebianDisk.find(new LabCache(cache)).devices())
        .filteredOn(argument -> argument.startsWith("file="))
        .singleElement()
        .asString()
        .startsWith("file=" + cache + "/debian/root.ext4,")
        .endsWith(",snapshot=on");
  }

  @Test
  void aCommaInItsPathDoesNotEndTheOption() {
    assertThat(new DebianDisk(Path.of("/tmp/a,b")).devices().get(1)).startsWith("file=/tmp/a,,b,");
  }
}
