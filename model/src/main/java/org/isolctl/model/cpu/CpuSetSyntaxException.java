package org.isolctl.model.cpu;

/// A text that is no CPU set, with the place and the reason.
public final class CpuSetSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int position;
  private final String reason;
  private final boolean outOfRange;

  public CpuSetSyntaxException(String text, int position, String reason) {
    this(text, position, reason, false);
  }

  CpuSetSyntaxException(String text, int position, String reason, boolean outOfRange) {
    super("'" + text + "': " + reason + " at character " + (position + 1));
    this.position = position;
    this.reason = reason;
    this.outOfRange = outOfRange;
  }

  /// Where in the text, counted from 0.
  public int position() {
    return position;
  }

  /// Whether the text is well-formed and names a CPU that is not there.
  public boolean isOutOfRange() {
    return outOfRange;
  }

  /// Why, without the text and the place.
  public String reason() {
    return reason;
  }
}
