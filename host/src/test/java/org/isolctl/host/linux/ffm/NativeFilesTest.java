package org.isolctl.host.linux.ffm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.isolctl.host.linux.Errno;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeFilesTest {
  private final NativeFiles files = new NativeFiles();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 65_536, 65_537, 300_000})
  void aFileIsReadWholeWhateverItsLength(int length) throws IOException {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) (i * 31);
    }
    var file = Files.write(folder.resolve("content"), content);
    assertThat(files.read(file.toString(), length)).isZero();
    assertThat(files.content()).isEqualTo(content);
  }

  @Test
  void aFileLongerThanTheLimitIsRefused() throws IOException {
    var file = Files.write(folder.resolve("long"), new byte[11]);
    assertThat(files.read(file.toString(), 10)).isEqualTo(Errno.EFBIG);
  }

  @Test
  void whatIsNotThereHasItsErrorNumber() {
    assertThat(files.read(folder + "/nothing", 10)).isEqualTo(Errno.ENOENT);
    assertThat(files.list(folder + "/nothing", (_, _) -> {})).isEqualTo(Errno.ENOENT);
    assertThat(new Errno(files.read(folder.toString(), 10))).hasToString("EISDIR");
    assertThat(new Errno(files.read("/" + "x".repeat(5000), 10))).hasToString("ENAMETOOLONG");
  }

  @Test
  void aFolderOfManyEntriesIsListedWhole() throws Exception {
    Map<String, Boolean> expected = new HashMap<>();
    for (int i = 0; i < 2500; i++) {
      var name = "entry-with-a-long-name-" + i;
      Files.createFile(folder.resolve(name));
      expected.put(name, false);
    }
    Files.createDirectory(folder.resolve("..folder"));
    expected.put("..folder", true);
    linkOfBytes("\\303\\274\\n");
    expected.put("ü\n.", false);

    Map<String, Boolean> seen = new HashMap<>();
    assertThat(files.list(folder.toString(), seen::put)).isZero();
    assertThat(seen).isEqualTo(expected);
  }

  /// Makes a link by a shell: the JDK has no path for bytes that the locale lacks.
  ///
  /// @param octal the bytes of its name, as printf(1) takes them
  private void linkOfBytes(String octal) throws Exception {
    var script = "ln -s nowhere \"$(printf '" + octal + ".')\"";
    var shell = new ProcessBuilder("sh", "-c", script).directory(folder.toFile()).start();
    assertThat(shell.waitFor()).isZero();
  }

  @Test
  void aPipeWithoutWriterDoesNotBlock() throws Exception {
    var pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(files.read(pipe.toString(), 10)).isZero();
    assertThat(files.content()).isEmpty();
  }

  @Test
  void callNumbersOfUnknownArchitecturesAreNotGuessed() {
    assertThat(CallNumbers.of("aarch64")).isEqualTo(CallNumbers.GENERIC);
    assertThatThrownBy(() -> CallNumbers.of("sparc"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("sparc")
        .hasMessageContaining("--capture");
  }
}
