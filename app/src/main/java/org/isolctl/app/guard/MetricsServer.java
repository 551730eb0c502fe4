package org.isolctl.app.guard;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Serves the metrics at `/metrics`.
final class MetricsServer implements Closeable {
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;
  private static final int BACKLOG = 8;

  private final HttpServer server;
  private final ExecutorService worker;

  private MetricsServer(HttpServer server, ExecutorService worker) {
    this.server = server;
    this.worker = worker;
  }

  /// Begins to serve.
  ///
  /// @throws IOException when the port is taken
  static MetricsServer start(InetSocketAddress address, Supplier<Status> status)
      throws IOException {
    var server = HttpServer.create(address, BACKLOG);
    var worker =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("metrics").factory());
    server.setExecutor(worker);
    server.createContext("/", exchange -> answer(exchange, status));
    server.start();
    return new MetricsServer(server, worker);
  }

  private static void answer(HttpExchange exchange, Supplier<Status> status) throws IOException {
    try (exchange) {
      boolean known = exchange.getRequestURI().getPath().equals("/metrics");
      var text = known ? MetricsText.render(status.get()) : "The metrics are at /metrics.\n";
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", MetricsText.CONTENT_TYPE);
      exchange.sendResponseHeaders(known ? OK : NOT_FOUND, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    worker.shutdownNow();
  }
}
