package org.isolctl.host.act;

import java.io.IOException;

/// The journal cannot be used. The message names the file, what is wrong and the way out.
public final class JournalException extends IOException {
  private static final long serialVersionUID = 1L;

  JournalException(String message) {
    super(message);
  }

  JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
