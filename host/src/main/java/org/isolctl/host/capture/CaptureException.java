package org.isolctl.host.capture;

import java.io.IOException;
import java.nio.file.Path;

/// A capture that cannot be used: not one at all, damaged, or larger than any machine needs.
///
/// The message is for people: it names the file, the place in it and what is wrong.
public final class CaptureException extends IOException {
  private static final long serialVersionUID = 1;

  public CaptureException(Path file, String problem) {
    super(file + ": " + problem);
  }

  public CaptureException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
