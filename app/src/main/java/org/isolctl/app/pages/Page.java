package org.isolctl.app.pages;

/// One page of explanation, in Markdown. Its first line is `# LABEL: what it is in a few words`.
///
/// @param label the finding's code or the cause's label
/// @param markdown the whole page
public record Page(String label, String markdown) {
  /// The few words.
  public String summary() {
    String heading = markdown.lines().findFirst().orElse("");
    return heading.substring(heading.indexOf(':') + 1).strip();
  }
}
