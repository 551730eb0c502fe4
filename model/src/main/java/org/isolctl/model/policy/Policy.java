package org.isolctl.model.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.isolctl.model.cpu.CpuSet;

/// The user's word on a machine.
///
/// @param isolated CPUs that are to be judged as isolated whatever the machine says
/// @param exceptions what may reach isolated CPUs; the first that matches counts
/// @param moveUser whether `plan` and `apply` may take user threads off isolated CPUs too; kernel
///   threads they always may
/// @param governed which masks beside those of threads the guard keeps right
public record Policy(
    Optional<CpuSet> isolated,
    List<PolicyException> exceptions,
    boolean moveUser,
    Set<Governed> governed) {
  /// No wishes and no exceptions.
  public static final Policy NONE = new Policy(Optional.empty(), List.of());

  public Policy {
    exceptions = List.copyOf(exceptions);
    governed = Set.copyOf(governed);
  }

  /// A policy under which the guard keeps threads only.
  public Policy(Optional<CpuSet> isolated, List<PolicyException> exceptions, boolean moveUser) {
    this(isolated, exceptions, moveUser, Set.of());
  }

  /// A policy that leaves user threads where they are.
  public Policy(Optional<CpuSet> isolated, List<PolicyException> exceptions) {
    this(isolated, exceptions, false);
  }
}
