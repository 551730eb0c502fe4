package org.isolctl.host.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.isolctl.host.linux.ffm.NativeSockets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifySocketTest {
  private static final int AF_UNIX = 1;
  private static final int DATAGRAM_NONBLOCK = 2 | 0x800;

  @TempDir Path folder;
  private final NativeSockets kernel = new NativeSockets();

  /// A manager that listens on a path, `@` standing for the abstract namespace.
  private int listen(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    if (bytes[0] == '@') {
      bytes[0] = 0;
    }
    int descriptor = kernel.socket(AF_UNIX, DATAGRAM_NONBLOCK, 0);
    var address =
        ByteBuffer.allocateDirect(110)
            .order(ByteOrder.nativeOrder())
            .putShort(0, (short) AF_UNIX)
            .put(2, bytes);
    assertThat(kernel.bind(descriptor, address, 2 + bytes.length)).isZero();
    return descriptor;
  }

  private String heard(int descriptor) {
    var bytes = ByteBuffer.allocateDirect(256);
    int length = kernel.read(descriptor, bytes);
    byte[] text = new byte[Math.max(0, length)];
    bytes.get(0, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whatIsToldArrivesAsOneMessage(boolean inAFolder) {
    var path =
        inAFolder
            ? folder.resolve("notify").toString()
            : "@isolctl-test-" + ProcessHandle.current().pid();
    int manager = listen(path);
    try (var told = NotifySocket.of(Map.of("NOTIFY_SOCKET", path)).orElseThrow()) {
      told.tell("READY=1");
      told.tell("WATCHDOG=1");

      assertThat(heard(manager)).isEqualTo("READY=1");
      assertThat(heard(manager)).isEqualTo("WATCHDOG=1");
    } finally {
      kernel.close(manager);
    }
  }

  @Test
  void withoutAManagerThereIsNobodyToTell() {
    assertThat(NotifySocket.of(Map.of())).isEmpty();
  }

  @Test
  void aManagerThatCannotBeReachedIsNamed() {
    var path = folder.resolve("nobody").toString();

    assertThatThrownBy(() -> NotifySocket.of(Map.of("NOTIFY_SOCKET", path)))
        .hasMessageContaining(path)
        .hasMessageContaining("ENOENT");
    assertThatThrownBy(() -> NotifySocket.of(Map.of("NOTIFY_SOCKET", "/" + "x".repeat(200))))
        .hasMessageContaining("no socket's path");
  }

  @Test
  void aSignOfLifeIsDueTwiceInTheManagersPatience() {
    var own = String.valueOf(ProcessHandle.current().pid());

    assertThat(NotifySocket.watchdog(Map.of("WATCHDOG_USEC", "30000000")))
        .contains(Duration.ofSeconds(15));
    assertThat(NotifySocket.watchdog(Map.of("WATCHDOG_USEC", "30000000", "WATCHDOG_PID", own)))
        .contains(Duration.ofSeconds(15));
  }

  @Test
  void aWatchdogOfSomebodyElseOrOfNobodyIsNone() {
    assertThat(NotifySocket.watchdog(Map.of())).isEmpty();
    assertThat(NotifySocket.watchdog(Map.of("WATCHDOG_USEC", "soon"))).isEmpty();
    assertThat(NotifySocket.watchdog(Map.of("WATCHDOG_USEC", "1000", "WATCHDOG_PID", "1")))
        .isEmpty();
  }
}
