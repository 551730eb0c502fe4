package org.isolctl.app.cli;

import java.nio.file.Path;
import org.isolctl.host.act.Journal;
import picocli.CommandLine.Option;

/// The option that says where the journal of changes lies.
final class JournalOption {
  @Option(
      names = "--journal",
      paramLabel = "DIR",
      description = "The folder of the journal of changes. Default: /run/isolctl.")
  Path folder = Journal.DEFAULT_FOLDER;
}
