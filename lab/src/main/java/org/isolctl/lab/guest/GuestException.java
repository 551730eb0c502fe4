package org.isolctl.lab.guest;

import java.io.IOException;

/// A guest did not boot, did not answer, or did not do what it was asked to.
public final class GuestException extends IOException {
  private static final long serialVersionUID = 1L;

  GuestException(String message) {
    super(message);
  }

  GuestException(String message, Throwable cause) {
    super(message, cause);
  }
}
