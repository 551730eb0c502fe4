package org.isolctl.app.cli;

/// The option that says in which form the answer comes.
final class FormatOption {
  Format format = Format.TEXT;

  /// Lists them.
  void list(OptionList options) {
    options
        .option("--format", "text|json")
        .says("For people or for programs. Default: text.")
        .takes(new FormatConverter(), it -> format = it);
  }
}
