package org.isolctl.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.isolctl.model.kernel.KernelVersion;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say for which kernel and machine is predicted.
final class PredictOptions {
  @Option(
      names = "--kernel",
      paramLabel = "RELEASE",
      converter = KernelConverter.class,
      description = "The kernel, for instance 6.12.117. Default: that of this machine.")
  Optional<KernelVersion> kernel = Optional.empty();

  @Option(
      names = "--kconfig",
      paramLabel = "FILE",
      description =
          "The kernel's configuration, such as /boot/config-RELEASE. Default: that of this machine"
              + " if its kernel is meant, else what Debian builds.")
  Optional<Path> kconfig = Optional.empty();

  @Option(
      names = "--cpus",
      paramLabel = "COUNT",
      description = "How many CPUs, all present. Default: those of this machine.")
  Optional<Integer> cpus = Optional.empty();

  @Mixin NodesOption nodes = new NodesOption();

  @Option(
      names = "--patched",
      description = "The kernel was built with isolate-kthreads.cocci: see isolctl kernel-patch.")
  boolean patched;

  @Option(
      names = "--capture",
      paramLabel = "FILE",
      description = "Predict for a captured machine instead of this one.")
  Optional<Path> capture = Optional.empty();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "Predict for the machine whose proc and sys lie below this folder.")
  Optional<Path> root = Optional.empty();
}
