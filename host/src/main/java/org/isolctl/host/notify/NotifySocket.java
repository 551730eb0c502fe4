package org.isolctl.host.notify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.isolctl.host.linux.Errno;
import org.isolctl.host.linux.ffm.NativeSockets;

/// The socket on which systemd, where it started this process, wants to hear how it fares:
/// sd_notify(3).
///
/// The JDK knows stream sockets of this family only, and this is a datagram socket. Not
/// thread-safe.
public final class NotifySocket implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int LONGEST_PATH = 108;

  private final NativeSockets kernel = new NativeSockets();
  private final int descriptor;

  private NotifySocket(String socket) {
    byte[] path = socket.getBytes(StandardCharsets.UTF_8);
    if (path.length == 0 || path.length >= LONGEST_PATH) {
      throw new IllegalArgumentException("NOTIFY_SOCKET is no socket's path: '" + socket + "'");
    }
    // A name in the abstract namespace begins with a zero, which the environment cannot hold.
    if (path[0] == '@') {
      path[0] = 0;
    }
    descriptor = kernel.socket(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
    var address =
        ByteBuffer.allocateDirect(Short.BYTES + LONGEST_PATH)
            .order(ByteOrder.nativeOrder())
            .putShort(0, (short) AF_UNIX)
            .put(Short.BYTES, path);
    int result =
        descriptor < 0
            ? descriptor
            : kernel.connect(descriptor, address, Short.BYTES + path.length);
    if (result < 0) {
      throw new IllegalArgumentException(
          "cannot reach NOTIFY_SOCKET " + socket + ": " + new Errno(-result));
    }
  }

  /// The manager that the environment names, if any.
  ///
  /// @throws IllegalArgumentException when it names one that cannot be reached
  public static Optional<NotifySocket> of(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("NOTIFY_SOCKET")).map(NotifySocket::new);
  }

  /// How often the manager wants to hear `WATCHDOG=1`: half the time after which it would think us
  /// dead. Empty when it does not.
  public static Optional<Duration> watchdog(Map<String, String> environment) {
    var pid = environment.getOrDefault("WATCHDOG_PID", "");
    if (!pid.isEmpty() && !pid.equals(String.valueOf(ProcessHandle.current().pid()))) {
      return Optional.empty();
    }
    var micros = environment.getOrDefault("WATCHDOG_USEC", "");
    return micros.matches("[1-9][0-9]{0,15}")
        ? Optional.of(Duration.ofNanos(Long.parseLong(micros) * 1_000 / 2))
        : Optional.empty();
  }

  /// Tells the manager something, for instance `READY=1`. A manager that does not listen is no
  /// reason to stop guarding.
  public void tell(String state) {
    byte[] bytes = state.getBytes(StandardCharsets.UTF_8);
    kernel.write(descriptor, ByteBuffer.allocateDirect(bytes.length).put(0, bytes), bytes.length);
  }

  @Override
  public void close() {
    kernel.close(descriptor);
  }
}
