package org.isolctl.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.isolctl.model.kernel.KernelVersion;
import picocli.CommandLine.Option;

/// The options that say for which machine and kernel a boot line is kept.
final class PersistTarget {
  @Option(
      names = "--root",
      paramLabel = "DIR",
      description =
          "Write below this folder, and run nothing: a mounted system. What it does not say of the"
              + " machine is asked for.")
  Optional<Path> root = Optional.empty();

  @Option(
      names = "--kernel",
      paramLabel = "RELEASE",
      converter = KernelConverter.class,
      description = "The kernel that will be booted. Default: the one that runs.")
  Optional<KernelVersion> kernel = Optional.empty();

  @Option(
      names = "--machine-cpus",
      paramLabel = "COUNT",
      description = "How many CPUs the machine has. Default: those of this machine.")
  Optional<Integer> machineCpus = Optional.empty();

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
