package org.isolctl.model.guard;

/// Why all kernel threads are looked at.
public enum ScanReason {
  /// The guard has just begun to listen: what was made before is not announced.
  START("start"),
  /// Events were lost.
  LOSS("loss"),
  /// Partitions, or the CPUs that are online, have changed: the kernel may have rewritten masks.
  CHANGE("change"),
  /// The policy was read again.
  RELOAD("reload"),
  /// It is time: catches what no event tells.
  TIMER("timer");

  private final String label;

  ScanReason(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
