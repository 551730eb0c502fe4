package org.isolctl.app.cli;

import picocli.CommandLine.Option;

/// `--help`, which every verb has.
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this page.")
  boolean wanted;
}
