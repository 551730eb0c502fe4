package org.isolctl.model.rules;

import org.isolctl.model.kernel.KernelVersion;

/// A stable series that got a change before its place in the order of versions.
///
/// @param patch the lowest patch level that is known to have it
public record Backport(int major, int minor, int patch) {
  /// Whether this kernel is of the series and new enough.
  ///
  /// A vendor's `6.1.0-44-amd64` hides its patch level: it is taken for a current one.
  boolean isIn(KernelVersion version) {
    boolean hidden =
        version.patch() == 0
            && version.candidate().isEmpty()
            && version.release().startsWith(version.series() + ".0-");
    return version.isStable(major, minor, hidden ? 0 : patch);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
