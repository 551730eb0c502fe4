package org.isolctl.app.cli;

import picocli.CommandLine.Option;

/// The option that says in which form the answer comes.
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = FormatConverter.class,
      description = "For people or for programs. Default: text.")
  Format format = Format.TEXT;
}
