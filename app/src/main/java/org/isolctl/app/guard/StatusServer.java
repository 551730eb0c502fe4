package org.isolctl.app.guard;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Answers whoever connects to a unix socket: one word, `json` or `text`, is read and the status in
/// that form is written.
final class StatusServer implements Closeable {
  private static final int LONGEST_WORD = 16;

  private final Path path;
  private final ServerSocketChannel server;
  private final Supplier<Status> status;
  private final Diary diary;

  private StatusServer(
      Path path, ServerSocketChannel server, Supplier<Status> status, Diary diary) {
    this.path = path;
    this.server = server;
    this.status = status;
    this.diary = diary;
  }

  /// Begins to answer.
  ///
  /// @throws IOException when another guard answers there, or the socket cannot be made
  static StatusServer start(Path path, Supplier<Status> status, Diary diary) throws IOException {
    Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
    if (Files.exists(path)) {
      if (StatusClient.isAnswered(path)) {
        throw new IOException("another guard is running: it answers on " + path);
      }
      // A guard that was killed left it.
      Files.delete(path);
    }
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
    var started = new StatusServer(path, server, status, diary);
    Thread.ofPlatform().daemon().name("status").start(started::serve);
    return started;
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        var client = server.accept();
        Thread.ofPlatform().daemon().name("status-answer").start(() -> answer(client));
      } catch (ClosedChannelException e) {
        return;
      } catch (IOException e) {
        diary.tell(new Happening.Trouble("the status socket failed: " + e));
        return;
      }
    }
  }

  private void answer(SocketChannel client) {
    try (client) {
      var bytes = ByteBuffer.allocate(LONGEST_WORD);
      client.read(bytes);
      var word = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII).strip();
      var now = status.get();
      var text = word.equals("json") ? StatusJson.render(now) : StatusText.render(now);
      var out = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (out.hasRemaining()) {
        client.write(out);
      }
    } catch (IOException e) {
      // Whoever asked is gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(path);
  }
}
