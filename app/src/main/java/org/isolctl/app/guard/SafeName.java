package org.isolctl.app.guard;

/// Names of threads on their way to a terminal or a log: anybody can put anything into one.
final class SafeName {
  private SafeName() {}

  /// The name with everything but printable ASCII written out, for instance `\x1b`.
  static String of(String name) {
    var safe = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '\\') {
        safe.append(c);
      } else {
        safe.append(c <= 0xff ? "\\x%02x".formatted((int) c) : "\\u%04x".formatted((int) c));
      }
    }
    return safe.toString();
  }
}
