package org.isolctl.lab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedLibrariesTest {
  @Test
  void librariesAndTheLoaderAreTakenOnce() throws IOException {
    String listing =
        """
        /opt/java/bin/java:
        \tlinux-vdso.so.1 (0x00007ffd5d9f2000)
        \tlibz.so.1 => /lib/x86_64-linux-gnu/libz.so.1 (0x00007f1a9e000000)
        \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1a9de00000)
        \t/lib64/ld-linux-x86-64.so.2 (0x00007f1a9e2b9000)
        /opt/java/lib/libjava.so:
        \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1a9de00000)
        """;

    assertThat(SharedLibraries.parse(listing, Set.of()))
        .containsExactly(
            Path.of("/lib/x86_64-linux-gnu/libc.so.6"),
            Path.of("/lib/x86_64-linux-gnu/libz.so.1"),
            Path.of("/lib64/ld-linux-x86-64.so.2"));
  }

  @Test
  void aLibraryOfTheProgramItselfMayBeMissing() throws IOException {
    String listing = "\tlibjvm.so => not found\n";

    assertThat(SharedLibraries.parse(listing, Set.of("libjvm.so"))).isEmpty();
  }

  @Test
  void aLibraryThatIsMissingHereIsAnError() {
    assertThatThrownBy(
            () -> SharedLibraries.parse("\tlibfoo.so.1 => not found\n", Set.of("libbar.so")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("libfoo.so.1");
  }
}
