package org.isolctl.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.isolctl.app.policy.PolicyFile;
import org.isolctl.app.policy.PolicyFileException;
import org.isolctl.model.cpu.CpuSet;
import org.isolctl.model.policy.Policy;

/// The options that say what counts as isolated beside what the machine says, and what is excepted.
final class IsolationOptions {
  Optional<CpuSet> isolated = Optional.empty();

  Optional<Path> policy = Optional.empty();

  /// Lists them.
  void list(OptionList options) {
    options
        .option("--isolated", "CPULIST")
        .says("Take these CPUs for isolated too, for instance 2-3,8.")
        .takes(new CpulistConverter(), it -> isolated = Optional.of(it));
    options
        .option("--policy", "FILE")
        .says(
            "A TOML file of isolated CPUs, of exceptions, each with its reason, and of what may be"
                + " changed.")
        .takesPath(it -> policy = Optional.of(it));
  }

  /// The policy of the file; that of no file excepts nothing.
  ///
  /// @throws PolicyFileException naming the file, the line and what is wrong there
  Policy read() throws PolicyFileException {
    return policy.isPresent() ? PolicyFile.read(policy.get()) : Policy.NONE;
  }

  /// The CPUs that the user calls isolated, here or in the policy.
  Optional<CpuSet> cpus(Policy read) {
    return Stream.of(isolated, read.isolated()).flatMap(Optional::stream).reduce(CpuSet::union);
  }
}
