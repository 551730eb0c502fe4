package org.isolctl.lab.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusyboxTest {
  private static final int PT_LOAD = 1;
  private static final int PT_INTERP = 3;

  @Test
  void aProgramWithoutALoaderIsStatic() {
    assertThat(Busybox.isStatic(elf(PT_LOAD, PT_LOAD))).isTrue();
  }

  @Test
  void aProgramThatAsksForALoaderIsNot() {
    assertThat(Busybox.isStatic(elf(PT_LOAD, PT_INTERP))).isFalse();
  }

  @Test
  void aShellScriptIsNoProgramForTheGuest() {
    assertThat(Busybox.isStatic("#!/bin/sh\n".repeat(10).getBytes(StandardCharsets.UTF_8)))
        .isFalse();
  }

  @Test
  void headersBeyondTheEndAreNotFollowed() {
    byte[] cut = elf(PT_LOAD, PT_LOAD);
    ByteBuffer.wrap(cut).order(ByteOrder.LITTLE_ENDIAN).putLong(32, Long.MAX_VALUE - 8);

    assertThat(Busybox.isStatic(cut)).isFalse();
  }

  @Test
  void theFirstStaticOneIsTaken(@TempDir Path folder) throws IOException {
    Path dynamic = Files.write(folder.resolve("dynamic"), elf(PT_INTERP));
    Path alone = Files.write(folder.resolve("alone"), elf(PT_LOAD));

    assertThat(Busybox.find(List.of(folder.resolve("missing"), dynamic, alone))).isEqualTo(alone);
  }

  @Test
  void withoutOneTheErrorNamesThePackage(@TempDir Path folder) {
    assertThatThrownBy(() -> Busybox.find(List.of(folder.resolve("missing"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("busybox-static");
  }

  /// An ELF64 file for x86-64 with nothing but program headers of these types.
  private static byte[] elf(int... types) {
    ByteBuffer elf = ByteBuffer.allocate(64 + 56 * types.length).order(ByteOrder.LITTLE_ENDIAN);
    elf.putInt(0, 0x464c457f).putShort(18, (short) 62).putLong(32, 64);
    elf.putShort(54, (short) 56).putShort(56, (short) types.length);
    for (int i = 0; i < types.length; i++) {
      elf.putInt(64 + 56 * i, types[i]);
    }
    return elf.array();
  }
}
