package org.isolctl.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isolctl.model.kernel.KernelVersion;

/// The options that say for which machine and kernel a boot line is kept.
final class PersistTarget {
  Optional<Path> root = Optional.empty();

  Optional<KernelVersion> kernel = Optional.empty();

  Optional<Integer> machineCpus = Optional.empty();

  /// Lists them.
  void list(OptionList options) {
    options
        .option("--root", "DIR")
        .says(
            "Write below this folder, and run nothing: a mounted system. What it does not say of"
                + " the machine is asked for.")
        .takesPath(it -> root = Optional.of(it));
    options
        .option("--kernel", "RELEASE")
        .says("The kernel that will be booted. Default: the one that runs.")
        .takes(new KernelConverter(), it -> kernel = Optional.of(it));
    options
        .option("--machine-cpus", "COUNT")
        .says("How many CPUs the machine has. Default: those of this machine.")
        .takesNumber(it -> machineCpus = Optional.of(it));
  }

  /// Refuses a folder of files that says nothing of the machine, where the options do not either.
  ///
  /// @param cpusNamed whether the CPUs to isolate are named
  void check(boolean cpusNamed) {
    boolean silent = root.isPresent() && !Files.isDirectory(root.get().resolve("proc/sys"));
    if (silent && (kernel.isEmpty() || machineCpus.isEmpty() || !cpusNamed)) {
      throw CommandException.usage(
          root.get()
              + " shows no running machine: say what will be booted there, with --cpus CPULIST,"
              + " --kernel RELEASE and --machine-cpus COUNT.");
    }
  }

  /// The same as options of a prediction.
  PredictOptions options() {
    var options = new PredictOptions();
    options.kernel = kernel;
    options.cpus = machineCpus;
    options.root = root;
    return options;
  }
}
