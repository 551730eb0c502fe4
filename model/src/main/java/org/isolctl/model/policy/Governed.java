package org.isolctl.model.policy;

/// Masks beside those of threads that the guard keeps right where the policy asks for it.
public enum Governed {
  /// The masks of interrupts, and the one that interrupts get which are set up later.
  IRQS("irqs"),
  /// The masks of unbound workqueues.
  WORKQUEUES("workqueues");

  private final String label;

  Governed(String label) {
    this.label = label;
  }

  /// The word of the policy file.
  public String label() {
    return label;
  }
}
