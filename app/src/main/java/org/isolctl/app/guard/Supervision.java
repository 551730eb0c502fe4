package org.isolctl.app.guard;

import java.util.Map;
import java.util.Optional;
import org.isolctl.host.notify.ServiceManager;

/// The service manager, where there is one.
record Supervision(Optional<ServiceManager> manager) implements AutoCloseable {
  static Supervision of(Map<String, String> environment) {
    return new Supervision(ServiceManager.of(environment));
  }

  void tell(String state) {
    manager.ifPresent(it -> it.tell(state));
  }

  @Override
  public void close() {
    manager.ifPresent(ServiceManager::close);
  }
}
