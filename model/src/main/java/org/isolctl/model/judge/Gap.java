package org.isolctl.model.judge;

/// A reading that was wanted and is lacking, and what would fill it.
///
/// @param reading the file or call
/// @param needs what would fill the gap, or what is wrong with the text
public record Gap(String reading, State state, String needs) {
  /// Why it is lacking.
  public enum State {
    ABSENT,
    DENIED,
    MALFORMED;

    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
