package org.isolctl.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say which machine is meant and what counts as isolated there.
final class MachineOptions {
  @Option(
      names = "--capture",
      paramLabel = "FILE",
      description = "Judge a captured machine: a file of isolctl capture, or a sosreport.")
  Optional<Path> capture = Optional.empty();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Judge the machine whose proc and sys lie below this folder.")
  Optional<Path> root = Optional.empty();

  @Mixin IsolationOptions isolation = new IsolationOptions();

  /// Refuses what contradicts itself.
  void check() {
    if (capture.isPresent() && root.isPresent()) {
      throw CommandException.usage(
          "--capture and --root name two machines; leave one of them out.");
    }
  }
}
