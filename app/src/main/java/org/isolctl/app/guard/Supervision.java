package org.isolctl.app.guard;

import java.util.Map;
import java.util.Optional;
import org.isolctl.host.notify.NotifySocket;

/// The service socket, where there is one.
record Supervision(Optional<NotifySocket> socket) implements AutoCloseable {
  static Supervision of(Map<String, String> environment) {
    return new Supervision(NotifySocket.of(environment));
  }

  void tell(String state) {
    socket.ifPresent(it -> it.tell(state));
  }

  @Override
  public void close() {
    socket.ifPresent(NotifySocket::close);
  }
}
