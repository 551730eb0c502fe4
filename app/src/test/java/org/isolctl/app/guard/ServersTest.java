package org.isolctl.app.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ServersTest {
  @TempDir Path folder;

  private final Status status = Statuses.busy();
  private final Diary silence = _ -> {};

  @Test
  void theStatusIsAnsweredInTheFormThatIsAskedFor() throws IOException {
    var socket = folder.resolve("guard.sock");
    try (var server = StatusServer.start(socket, () -> status, silence)) {
      assertThat(StatusClient.ask(socket, "json")).isEqualTo(StatusJson.render(status));
      assertThat(StatusClient.ask(socket, "text")).isEqualTo(StatusText.render(status));
      assertThat(server).isNotNull();
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void aSecondGuardIsRefusedAndASocketLeftBehindIsTaken() throws IOException {
    var socket = folder.resolve("guard.sock");
    try (var server = StatusServer.start(socket, () -> status, silence)) {
      assertThatThrownBy(() -> StatusServer.start(socket, () -> status, silence))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another guard is running")
          .hasMessageContaining(socket.toString());
      assertThat(server).isNotNull();
    }
    Files.createFile(socket);
    StatusServer.start(socket, () -> status, silence).close();
  }

  @Test
  void withoutAGuardTheQuestionFails() {
    assertThatThrownBy(() -> StatusClient.ask(folder.resolve("none.sock"), "text"))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aGuardThatSaysNothingDoesNotPassForAnAnswer() throws Exception {
    var socket = folder.resolve("mute.sock");
    try (var mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      mute.bind(UnixDomainSocketAddress.of(socket));
      var closing = Thread.startVirtualThread(() -> hangUp(mute));
      assertThatThrownBy(() -> StatusClient.ask(socket, "text")).isInstanceOf(IOException.class);
      closing.join();
    }
  }

  private static void hangUp(ServerSocketChannel mute) {
    try (var caller = mute.accept()) {
      var question = ByteBuffer.allocate(16);
      assertThat(caller.read(question)).isPositive();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void metricsAreServedInTheFormatOfPrometheus() throws IOException {
    var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var server = MetricsServer.start(any, () -> status)) {
      var base = "http://" + any.getAddress().getHostAddress() + ":" + server.port();
      var connection = URI.create(base + "/metrics").toURL().openConnection();
      try (var in = connection.getInputStream()) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .isEqualTo(MetricsText.render(status));
      }
      assertThat(connection.getContentType()).isEqualTo(MetricsText.CONTENT_TYPE);
    }
  }
}
