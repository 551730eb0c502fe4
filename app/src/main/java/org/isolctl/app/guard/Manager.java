package org.isolctl.app.guard;

import java.util.Map;
import java.util.Optional;
import org.isolctl.host.notify.ServiceManager;

/// The service manager, where there is one.
record Manager(Optional<ServiceManager> manager) implements AutoCloseable {
  static Manager of(Map<String, String> environment) {
    return new Manager(ServiceManager.of(environment));
  }

  void tell(String state) {
    manager.ifPresent(it -> it.tell(state));
  }

  @Override
  public void close() {
    manager.ifPresent(ServiceManager::close);
  }
}
