package org.isolctl.model.cpu;

/// A text that is no CPU set, with the place and the reason.
public final class CpuSetSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int position;
  private final String reason;

  public CpuSetSyntaxException(String text, int position, String reason) {
    super("'" + text + "': " + reason + " at character " + (position + 1));
    this.position = position;
    this.reason = reason;
  }

  /// Where in the text, counted from 0.
  public int position() {
    return position;
  }

  /// Why, without the text and the place.
  public String reason() {
    return reason;
  }
}
