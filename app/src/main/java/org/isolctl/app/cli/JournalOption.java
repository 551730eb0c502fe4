package org.isolctl.app.cli;

import java.nio.file.Path;
import org.isolctl.host.act.Journal;

/// The option that says where the journal of changes lies.
final class JournalOption {
  Path folder = Journal.DEFAULT_FOLDER;

  /// Lists them.
  void list(OptionList options) {
    options
        .option("--journal", "DIR")
        .says("The folder of the journal of changes. Default: /run/isolctl.")
        .takesPath(it -> folder = it);
  }
}
