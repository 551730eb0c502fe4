package org.isolctl.host.netlink;

/// Where process events come from: the kernel, or a test.
public interface ProcEvents {
  /// Asks once to be sent events; the kernel may acknowledge.
  ///
  /// @throws NoConnectorException when nobody can be asked
  void listen() throws NoConnectorException;

  /// The next event that is waiting; never blocks.
  ProcEvent receive();
}
