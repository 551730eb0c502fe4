package org.isolctl.host.netlink;

import java.io.IOException;
import org.isolctl.host.linux.Errno;

/// The proc connector cannot be used; the message says why and what would help.
public final class NoConnectorException extends IOException {
  private static final long serialVersionUID = 1L;

  private NoConnectorException(String message) {
    super(message);
  }

  static NoConnectorException of(String call, Errno errno) {
    return new NoConnectorException(
        "the kernel's process events cannot be heard: " + call + ": " + errno + reason(errno));
  }

  private static String reason(Errno errno) {
    return switch (errno.number()) {
      case Errno.EPERM, Errno.EACCES ->
          "; kernels before 6.6 ask for CAP_NET_ADMIN, in the initial user namespace";
      case PROTOCOL_MISSING -> "; this kernel was built without CONFIG_CONNECTOR";
      case FAMILY_MISSING -> "; netlink is not allowed here (RestrictAddressFamilies=, seccomp)";
      case REFUSED ->
          "; nobody answers in this network namespace, or the kernel was built without"
              + " CONFIG_PROC_EVENTS";
      default -> "";
    };
  }

  // EPROTONOSUPPORT, EAFNOSUPPORT and ECONNREFUSED of include/uapi/asm-generic/errno.h.
  private static final int PROTOCOL_MISSING = 93;
  private static final int FAMILY_MISSING = 97;
  private static final int REFUSED = 111;
}
