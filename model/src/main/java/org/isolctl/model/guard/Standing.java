package org.isolctl.model.guard;

/// How a thread stands with the guard.
public enum Standing {
  /// New or just set: looked at again on the ladder.
  RECHECKED("rechecked"),
  /// Its mask is right, its name is its own and the ladder is through.
  SETTLED("settled"),
  /// The kernel refuses every change of its mask (`PF_NO_SETAFFINITY`): bound to its CPU, a
  /// workqueue's worker or rescuer.
  BOUND("bound"),
  /// Takes the mask of its interrupt again whenever that changes, so that only the interrupt's mask
  /// moves it.
  FOLLOWS_IRQ("follows-irq"),
  /// Lies wholly inside the isolated CPUs: somebody put it there.
  TENANT("tenant"),
  /// The policy lets it reach the isolated CPUs.
  EXCEPTED("excepted"),
  /// Set back too often by its own code or by somebody else: left to them.
  CONTESTED("contested"),
  /// The kernel refused the change though the thread is movable.
  REFUSED("refused");

  private final String label;

  Standing(String label) {
    this.label = label;
  }

  /// The word of the output, for instance `follows-irq`.
  public String label() {
    return label;
  }
}
