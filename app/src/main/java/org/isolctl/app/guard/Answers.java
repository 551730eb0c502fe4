package org.isolctl.app.guard;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/// Everything that answers questions from outside.
final class Answers implements AutoCloseable {
  private final GuardSettings settings;
  private final Supplier<Status> status;
  private final Diary diary;
  private final Deque<AutoCloseableServer> servers = new ArrayDeque<>();

  /// A server that closes without fuss.
  private interface AutoCloseableServer {
    void close() throws IOException;
  }

  Answers(GuardSettings settings, Supplier<Status> status, Diary diary) {
    this.settings = settings;
    this.status = status;
    this.diary = diary;
  }

  /// Begins to answer.
  ///
  /// @throws IOException when another guard is running, or an address cannot be used
  void start() throws IOException {
    servers.push(StatusServer.start(settings.socket(), status, diary)::close);
    if (settings.metrics().isPresent()) {
      try {
        servers.push(MetricsServer.start(settings.metrics().get(), status)::close);
      } catch (IOException e) {
        throw new IOException(
            "cannot serve metrics on "
                + settings.metrics().get()
                + ": "
                + e.getMessage()
                + "; choose another with --listen, or none with --no-listen",
            e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var server : servers) {
      server.close();
    }
  }
}
