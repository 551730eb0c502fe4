package org.isolctl.app.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Asks a running guard how it fares.
public final class StatusClient {
  private static final int CHUNK = 8192;

  private StatusClient() {}

  /// The status of the guard that answers on a socket.
  ///
  /// @param form `json` or `text`
  /// @throws IOException when none does, or it says nothing
  public static String ask(Path socket, String form) throws IOException {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap((form + "\n").getBytes(StandardCharsets.US_ASCII)));
      var answer = new ByteArrayOutputStream();
      var chunk = ByteBuffer.allocate(CHUNK);
      while (channel.read(chunk) >= 0) {
        answer.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      if (answer.size() == 0) {
        throw new IOException("the other end closed the connection without an answer");
      }
      return answer.toString(StandardCharsets.UTF_8);
    }
  }

  static boolean isAnswered(Path socket) {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
