package org.isolctl.model.rules;

import org.isolctl.model.kernel.KernelVersion;

/// One thing that a range of kernels does.
///
/// @param id stable, for instance `kthread-domain`
/// @param says one sentence for people
public record Rule(
    String id,
    VersionRange versions,
    RuleSubject subject,
    String says,
    Source source,
    Evidence evidence,
    Effect effect) {

  /// Whether this kernel does it.
  public boolean holdsIn(KernelVersion version) {
    return versions.contains(version);
  }
}
