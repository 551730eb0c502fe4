package org.isolctl.app.cli;

import java.nio.file.Path;
import java.util.Optional;

/// The options that say which machine is meant and what counts as isolated there.
final class MachineOptions {
  Optional<Path> capture = Optional.empty();

  Optional<Path> root = Optional.empty();

  final IsolationOptions isolation = new IsolationOptions();

  /// Lists them.
  void list(OptionList options) {
    options
        .option("--capture", "FILE")
        .says("Judge a captured machine: a file of isolctl capture, or a sosreport.")
        .takesPath(it -> capture = Optional.of(it));
    options
        .option("--root", "DIR")
        .says("Judge the machine whose proc and sys lie below this folder.")
        .takesPath(it -> root = Optional.of(it));
    isolation.list(options);
  }

  /// Refuses what contradicts itself.
  void check() {
    if (capture.isPresent() && root.isPresent()) {
      throw CommandException.usage(
          "--capture and --root name two machines; leave one of them out.");
    }
  }
}
