package org.isolctl.app.guard;

/// A policy cannot be read; the message names the file, the place and the way out.
public final class PolicyTroubleException extends Exception {
  private static final long serialVersionUID = 1L;

  public PolicyTroubleException(String message, Throwable cause) {
    super(message, cause);
  }
}
