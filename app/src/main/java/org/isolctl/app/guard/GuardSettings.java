package org.isolctl.app.guard;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.isolctl.host.netlink.ProcConnector;

/// How a guard is run, beyond what it keeps.
///
/// @param scanPeriod between two scans that nothing gave a reason for
/// @param bufferBytes of the socket that announcements come through
/// @param leave whether kthreadd keeps its mask when the guard ends
/// @param metrics where metrics are served, if anywhere
/// @param socket where the status can be asked for
/// @param note where the former mask of kthreadd is noted
/// @param journal the folder where changes of interrupts and workqueues are written down
public record GuardSettings(
    Duration scanPeriod,
    int bufferBytes,
    boolean leave,
    Optional<InetSocketAddress> metrics,
    Path socket,
    Path note,
    Path journal) {
  public static final Duration SCAN_PERIOD = Duration.ofSeconds(10);
  public static final int BUFFER_BYTES = ProcConnector.BUFFER_BYTES;
  public static final int METRICS_PORT = 9750;

  /// Not where the journal of changes is: that folder is root's, this one the service's.
  private static final Path FOLDER = Path.of("/run/isolctl-guard");

  public static final Path SOCKET = FOLDER.resolve("socket");
  public static final Path NOTE = FOLDER.resolve("kthreadd");
}
