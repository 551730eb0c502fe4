package org.isolctl.app.policy;

/// A policy file cannot be read or makes no sense; the message names the file, the line where it is
/// known, and what to write instead.
public final class PolicyFileException extends Exception {
  private static final long serialVersionUID = 1L;

  PolicyFileException(String message) {
    super(message);
  }

  PolicyFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
