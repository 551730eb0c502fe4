package org.isolctl.model.policy;

/// A shell-like pattern over a whole text: `*` is any run of characters, `?` is one, all else is
/// itself.
public record Glob(String pattern) {

  /// Whether the whole text fits, in time linear in text times pattern however hostile both are.
  public boolean matches(String text) {
    int at = 0;
    int inPattern = 0;
    int starAt = -1;
    int starText = 0;
    while (at < text.length()) {
      if (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
        starAt = inPattern++;
        starText = at;
      } else if (inPattern < pattern.length()
          && (pattern.charAt(inPattern) == '?' || pattern.charAt(inPattern) == text.charAt(at))) {
        inPattern++;
        at++;
      } else if (starAt >= 0) {
        inPattern = starAt + 1;
        at = ++starText;
      } else {
        return false;
      }
    }
    while (inPattern < pattern.length() && pattern.charAt(inPattern) == '*') {
      inPattern++;
    }
    return inPattern == pattern.length();
  }
}
