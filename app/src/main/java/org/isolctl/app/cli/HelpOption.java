package org.isolctl.app.cli;

/// `--help`, which every verb has.
final class HelpOption {
  private HelpOption() {}

  /// Lists it. That it was given is picocli's to know.
  static void list(OptionList options) {
    options.help("-h --help").says("Show this page.").sets(_ -> {});
  }
}
