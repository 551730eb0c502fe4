package org.isolctl.app.cli;

import java.util.List;

/// What the help page of a verb says beside its options.
///
/// @param purpose one sentence
/// @param description paragraphs; an empty one is a blank line
/// @param footer lines as they stand, examples first of all
record HelpPage(String purpose, List<String> description, List<String> footer) {
  HelpPage {
    description = List.copyOf(description);
    footer = List.copyOf(footer);
  }
}
