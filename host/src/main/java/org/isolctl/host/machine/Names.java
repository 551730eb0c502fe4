package org.isolctl.host.machine;

import java.util.List;
import org.isolctl.model.facts.Reading;

/// The entries of a folder in an order that does not depend on where they were read.
final class Names {
  private Names() {}

  /// Sorted; none where the folder could not be read.
  static List<String> sorted(Reading<List<String>> folder) {
    return folder.toOptional().orElse(List.of()).stream().sorted().toList();
  }
}
