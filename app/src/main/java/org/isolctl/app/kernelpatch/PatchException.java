package org.isolctl.app.kernelpatch;

/// A tree could not be patched; the tree is as it was unless the message says otherwise. The
/// message is meant for the user.
public final class PatchException extends Exception {
  private static final long serialVersionUID = 1L;

  /// Whose move it is.
  public enum Kind {
    /// The user asked for something that this tree cannot have.
    REQUEST,
    /// A program or the disk did not do its part.
    MEANS,
    /// The patch does not fit the tree.
    MISFIT
  }

  private final Kind kind;

  PatchException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  PatchException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
