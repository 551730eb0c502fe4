package org.isolctl.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.isolctl.model.kernel.KernelVersion;

/// The options that say for which kernel and machine is predicted.
final class PredictOptions {
  Optional<KernelVersion> kernel = Optional.empty();

  Optional<Path> kconfig = Optional.empty();

  Optional<Integer> cpus = Optional.empty();

  final NodesOption nodes = new NodesOption();

  boolean patched;

  Optional<Path> capture = Optional.empty();

  Optional<Path> root = Optional.empty();

  /// Lists them.
  void list(OptionList options) {
    options
        .option("--kernel", "RELEASE")
        .says("The kernel, for instance 6.12.117. Default: that of this machine.")
        .takes(new KernelConverter(), it -> kernel = Optional.of(it));
    options
        .option("--kconfig", "FILE")
        .says(
            "The kernel's configuration, such as /boot/config-RELEASE. Default: that of this"
                + " machine if its kernel is meant, else what Debian builds.")
        .takesPath(it -> kconfig = Optional.of(it));
    options
        .option("--cpus", "COUNT")
        .says("How many CPUs, all present. Default: those of this machine.")
        .takesNumber(it -> cpus = Optional.of(it));
    nodes.list(options);
    options
        .flag("--patched")
        .says("The kernel was built with isolate-kthreads.cocci: see isolctl kernel-patch.")
        .sets(it -> patched = it);
    options
        .option("--capture", "FILE")
        .says("Predict for a captured machine instead of this one.")
        .takesPath(it -> capture = Optional.of(it));
    options
        .option("--root", "DIR")
        .says("Predict for the machine whose proc and sys lie below this folder.")
        .takesPath(it -> root = Optional.of(it));
  }
}
